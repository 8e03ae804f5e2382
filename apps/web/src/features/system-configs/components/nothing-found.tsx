import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import type { CategorySearch } from '../routes.ts'

/** Says why no setting is in sight. */
export function NothingFound({ search, onClear }: { search: CategorySearch; onClear: () => void }) {
  const t = useTranslations('systemConfigs.filter')
  const isSearch = search.q !== undefined
  const title = isSearch ? t('none') : t(search.only === 'unsaved' ? 'noneUnsaved' : 'noneOverridden')
  return (
    <EmptyState title={title} action={<Button onPress={onClear}>{t('clear')}</Button>}>
      {isSearch ? t('noneText') : undefined}
    </EmptyState>
  )
}
