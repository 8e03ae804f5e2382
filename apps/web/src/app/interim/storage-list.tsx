import type { StorageListItem } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ErrorState } from '#web/components/error-state.tsx'
import { ListColumn } from '#web/components/list-column.tsx'
import { ListLink } from '#web/components/list-link.tsx'
import { AccountPicker } from '#web/features/accounts/components/account-picker.tsx'
import { api } from '#web/lib/api-client.ts'

export function StorageList() {
  const t = useTranslations('frame')
  const navigate = useNavigate()
  const { data = [], error } = useQuery({
    queryKey: ['storage', 'list'],
    queryFn: async ({ signal }) => (await api.get<StorageListItem[]>('/console/storage', { signal })).data,
  })
  const picker = (
    <AccountPicker
      label={t('accountPicker.label')}
      onChoose={({ id }) => void navigate({ to: '/storage/accounts/$accountId', params: { accountId: id } })}
    />
  )
  return (
    <ListColumn title={t('areas.storage')} filter={picker}>
      {error === null ? null : <ErrorState error={error} />}
      {data.map((item) =>
        item.scope === 'system' ? (
          <ListLink key={item.id} to="/storage/system">
            {item.name}
          </ListLink>
        ) : (
          <ListLink key={item.id} to="/storage/accounts/$accountId" params={{ accountId: item.id }}>
            {item.name}
          </ListLink>
        ),
      )}
    </ListColumn>
  )
}
