import { X } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { Note } from './note.tsx'

interface RestoredNoteProps {
  restored: {
    readonly keptAt: number
    /** The stored document is another one than the changes were made against. */
    readonly isMoved: boolean
    /** How many changes stand. */
    readonly count: number
  }
  /** Where secrets were typed that were not kept, in words. */
  secrets: readonly string[]
  /** Nothing of it is left to discard. */
  isEmpty: boolean
  isDisabled: boolean
  onDiscard: () => void
}

/** Says that the draft is one from before, what became of it meanwhile, and what has to be typed again. */
export function RestoredNote({ restored, secrets, isEmpty, isDisabled, onDiscard }: RestoredNoteProps) {
  const t = useTranslations('components.restored')
  const format = useFormatter()
  const [isDismissed, setDismissed] = useState(false)
  const { keptAt, count, isMoved } = restored
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
              isDisabled={isDisabled}
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
              places: format.list(secrets, { type: 'conjunction' }),
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
