import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import type { CategorySearch } from '../routes.ts'
import type { SearchNavigation } from './use-search-navigation.ts'

interface NothingFoundProps {
  search: CategorySearch
  /** Sections with unsaved changes. */
  unsavedIn: readonly string[]
  go: SearchNavigation
}

const NONE = { differs: 'noneDiffers', overridden: 'noneOverridden', unsaved: 'noneUnsaved' } as const

/** Says why no setting is in sight, and leads to where some are. */
export function NothingFound({ search, unsavedIn, go }: NothingFoundProps) {
  const t = useTranslations('systemConfigs.filter')
  const isSearch = search.q !== undefined
  const isUnsaved = search.only === 'unsaved'
  const title = isSearch ? t('none') : t(NONE[search.only ?? 'overridden'])
  return (
    <EmptyState
      title={title}
      action={
        <>
          {isUnsaved
            ? unsavedIn.map((section) => (
                <Button key={section} onPress={() => go.toSection(section)}>
                  {t('unsavedIn', { section })}
                </Button>
              ))
            : null}
          <Button onPress={() => go.toFilter({})}>{t('clear')}</Button>
        </>
      }
    >
      {isSearch ? t('noneText') : undefined}
    </EmptyState>
  )
}
