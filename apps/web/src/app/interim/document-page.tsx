import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#web/components/error-state.tsx'
import { JsonEditor } from '#web/components/json-editor.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { api } from '#web/lib/api-client.ts'

/** A document as the server answers it, to read. */
export function DocumentPage({ title, path }: { title: string; path: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['document', path],
    queryFn: async ({ signal }) => (await api.get<object>(path, { signal })).data,
  })
  return (
    <Page header={<PageHeader title={title} isCode />}>
      {error !== null ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data === undefined ? null : <JsonEditor label={title} value={JSON.stringify(data, null, 2)} isReadOnly />}
    </Page>
  )
}
