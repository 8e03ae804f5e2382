import { X } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { Note } from '#web/components/note.tsx'
import { useFieldText } from '../words/use-reading-words.ts'
import type { RestoredDraft } from './use-kept-draft.ts'

interface RestoredNoteProps {
  restored: RestoredDraft
  /** Nothing of it is left to discard. */
  isEmpty: boolean
  onDiscard: () => void
}

/** Says that the draft is one from before, what became of it meanwhile, and what has to be typed again. */
export function RestoredNote({ restored, isEmpty, onDiscard }: RestoredNoteProps) {
  const t = useTranslations('systemConfigs.restored')
  const format = useFormatter()
  const fieldText = useFieldText()
  const [isDismissed, setDismissed] = useState(false)
  const { keptAt, count, isMoved, secrets } = restored
  const isOver = isEmpty && secrets.length === 0
  if (isDismissed || isOver) return null

  return (
    <Note
      tone={isMoved ? 'warning' : 'info'}
      action={
        <>
          {isEmpty ? null : (
            <Button
              size="sm"
              onPress={() => {
                setDismissed(true)
                onDiscard()
              }}
            >
              {t('discard')}
            </Button>
          )}
          <IconButton size="sm" icon={<X />} label={t('dismiss')} onPress={() => setDismissed(true)} />
        </>
      }
    >
      {[
        count === 0 ? [] : t('text', { count, time: format.dateTime(keptAt, whenOf(keptAt)) }),
        isMoved && count > 0 ? t('moved') : [],
        secrets.length === 0
          ? []
          : t('secrets', {
              count: secrets.length,
              places: format.list(secrets.map(fieldText), { type: 'conjunction' }),
            }),
      ]
        .flat()
        .join(' ')}
    </Note>
  )
}

/** Today by the clock, else with the day. */
function whenOf(time: number): { dateStyle?: 'medium'; timeStyle: 'short' } {
  const isToday = new Date(time).toDateString() === new Date().toDateString()
  return isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }
}
