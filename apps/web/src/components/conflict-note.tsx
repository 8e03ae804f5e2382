import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { FocusAfterwards } from './focus-afterwards.tsx'
import { Note } from './note.tsx'

interface ConflictNoteProps {
  /** What the document is called at the head of a sentence. */
  name: string
  onReload: () => void
}

/** Somebody else stored the document since the draft was made: nothing is stored, nothing is lost. */
export function ConflictNote({ name, onReload }: ConflictNoteProps) {
  const t = useTranslations('components.conflict')
  return (
    <Note
      tone="warning"
      action={
        <Button size="sm" onPress={onReload}>
          {t('reload')}
        </Button>
      }
    >
      <FocusAfterwards />
      {t('text', { name })}
    </Note>
  )
}

interface GoneNoteProps {
  name: string
  onKeep: () => void
  onDiscard: () => void
}

/** Somebody else deleted the document since the draft was made. */
export function GoneNote({ name, onKeep, onDiscard }: GoneNoteProps) {
  const t = useTranslations('components.conflict')
  return (
    <Note
      tone="warning"
      action={
        <>
          <Button size="sm" onPress={onDiscard}>
            {t('discardMine')}
          </Button>
          <Button size="sm" onPress={onKeep}>
            {t('keepMine')}
          </Button>
        </>
      }
    >
      <FocusAfterwards />
      {t('gone', { name })}
    </Note>
  )
}
