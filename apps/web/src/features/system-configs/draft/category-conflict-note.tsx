import { useTranslations } from 'use-intl'
import { ConflictNote } from '#web/components/conflict-note.tsx'

/** What became of a category that was stored by somebody else meanwhile. */
export function CategoryConflictNote({ category, onReload }: { category: string; onReload: () => void }) {
  const t = useTranslations('systemConfigs.conflict')
  return (
    <ConflictNote reloadLabel={t('reload')} onReload={onReload}>
      {t('text', { category })}
    </ConflictNote>
  )
}
