import { useQuery } from '@tanstack/react-query'
import { codeQuery } from '#web/lib/code-query.ts'
import { ErrorState } from './error-state.tsx'
import type { JsonEditorProps } from './json-editor-props.ts'
import { Skeleton } from './skeleton.tsx'

// CodeMirror is the largest part of the page: it comes when a JSON view is opened.
const codeMirror = codeQuery('code-mirror-json', async () => (await import('./code-mirror-json.tsx')).CodeMirrorJson)

/** JSON as text, with highlighting, folding, search and errors where they are. */
export function JsonEditor(props: JsonEditorProps) {
  const { data: CodeMirrorJson, error, refetch } = useQuery(codeMirror)
  if (CodeMirrorJson !== undefined) return <CodeMirrorJson {...props} />
  return error === null ? <Skeleton lines={8} /> : <ErrorState error={error} onRetry={() => void refetch()} />
}
