import { lazy, Suspense } from 'react'
import { Skeleton } from './skeleton.tsx'

export interface JsonProblem {
  /** JSON Pointer of the value that is wrong. */
  pointer: string
  message: string
}

export interface JsonEditorProps {
  /** Accessible name. */
  label: string
  value: string
  onChange?: (value: string) => void
  isReadOnly?: boolean
  /** Shown at the values they are about; syntax errors show by themselves. */
  problems?: readonly JsonProblem[]
}

// CodeMirror is the largest part of the page: it comes when a JSON view is opened.
const CodeMirrorJson = lazy(async () => ({ default: (await import('./code-mirror-json.tsx')).CodeMirrorJson }))

/** JSON as text, with highlighting, folding, search and errors where they are. */
export function JsonEditor(props: JsonEditorProps) {
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <CodeMirrorJson {...props} />
    </Suspense>
  )
}
