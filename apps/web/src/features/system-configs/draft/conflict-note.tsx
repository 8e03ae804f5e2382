import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Note } from '#web/components/note.tsx'

/** The document is another one than the draft was made against: nothing is stored, nothing is lost. */
export function ConflictNote({ category, onReload }: { category: string; onReload: () => void }) {
  const t = useTranslations('systemConfigs.conflict')
  return (
    <Note
      tone="warning"
      action={
        <Button size="sm" onPress={onReload}>
          {t('reload')}
        </Button>
      }
    >
      {t('text', { category })}
    </Note>
  )
}
