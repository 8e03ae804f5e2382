import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Note } from '#web/components/note.tsx'

/** Somebody stored another revision since: nothing of either side is lost yet. */
export function ConflictNote({ onReload }: { onReload: () => void }) {
  const t = useTranslations('storage.conflict')
  return (
    <Note
      tone="warning"
      action={
        <Button size="sm" onPress={onReload}>
          {t('reload')}
        </Button>
      }
    >
      {t('text')}
    </Note>
  )
}
