import type { CategorySummary } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorState } from '#web/components/error-state.tsx'
import { ListColumn } from '#web/components/list-column.tsx'
import { ListLink } from '#web/components/list-link.tsx'
import { api } from '#web/lib/api-client.ts'

export function CategoryList() {
  const t = useTranslations('frame.areas')
  const { data = [], error } = useQuery({
    queryKey: ['categories'],
    queryFn: async ({ signal }) => (await api.get<CategorySummary[]>('/console/system_configs', { signal })).data,
  })
  return (
    <ListColumn title={t('systemConfigs')}>
      {error === null ? null : <ErrorState error={error} />}
      {data.map(({ id, overrides }) => (
        <ListLink
          key={id}
          to="/system-configs/$category"
          params={{ category: id }}
          isCode
          end={overrides === 0 ? null : overrides}
        >
          {id}
        </ListLink>
      ))}
    </ListColumn>
  )
}
