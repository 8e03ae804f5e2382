import { deepEqual, getAt, type JsonObject, type JsonValue, setAt } from '@strata/json'
import { secretLeaves } from '@strata/kazoo-schemas'
import { isGroup, isSecretMarker } from '@strata/layered-config'
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { MovedDraft } from '#web/lib/draft/draft.ts'
import { withoutMarkers } from '#web/lib/draft/kept-drafts.ts'
import type { LeafConflict } from '#web/lib/draft/merge-leaves.ts'
import { IconButton } from './icon-button.tsx'
import styles from './moved-note.module.css'
import { Note } from './note.tsx'
import { Segmented } from './segmented.tsx'
import { useValueText } from './value-text.ts'

/** What a document brings so that what both sides changed can be told, and settled. */
export interface OverlapWords {
  /** The document as the draft has it. */
  readonly document: JsonObject
  readonly fieldName: (pointer: string) => string
  /** What a value is called, where it has a name of its own. */
  readonly valueName?: (value: JsonValue) => string | undefined
  readonly isSecret: (path: readonly string[], value: JsonValue, document: JsonObject) => boolean
  /** The draft shall say this at a place; undefined: nothing. */
  readonly onTake: (pointer: string, value: JsonValue | undefined) => void
}

interface MovedNoteProps extends OverlapWords {
  moved: MovedDraft
  /** Nothing can be settled while a save is on its way. */
  isDisabled: boolean
  onClose: () => void
}

/** Says that the draft stands on another version now, and of each place that both sides changed what either says. */
export function MovedNote({ moved, isDisabled, onClose, ...words }: MovedNoteProps) {
  const t = useTranslations('components.moved')
  const { count, overlaps, isGone } = moved
  return (
    <Note
      tone={overlaps.length === 0 && !isGone ? 'info' : 'warning'}
      action={<IconButton size="sm" icon={<X />} label={t('close')} onPress={onClose} />}
    >
      <b>{t(isGone ? 'gone' : 'title')}</b> <span>{t(isGone ? 'goneText' : 'text', { count })}</span>
      {overlaps.length === 0 ? null : (
        <>
          <p className={styles.overlapping}>{t('overlaps', { count: overlaps.length })}</p>
          <ul className={styles.overlaps}>
            {overlaps.map((overlap) => (
              <Overlap key={overlap.pointer} overlap={overlap} isDisabled={isDisabled} {...words} />
            ))}
          </ul>
        </>
      )}
    </Note>
  )
}

/** One place, both values, and which of them the draft has. */
function Overlap({ overlap, isDisabled, ...words }: OverlapWords & { overlap: LeafConflict; isDisabled: boolean }) {
  const t = useTranslations('components.moved')
  const told = useToldValue(overlap, words)
  const { pointer, mine, theirs } = overlap
  const now = getAt(words.document, pointer)
  const name = words.fieldName(pointer)
  return (
    <li>
      <span className={styles.name}>{name}</span>
      <Segmented
        aria-label={t('which', { name })}
        isDisabled={isDisabled}
        options={[
          { value: 'mine', label: <span className={styles.value}>{t('mine', { value: told(mine) })}</span> },
          { value: 'theirs', label: <span className={styles.value}>{t('theirs', { value: told(theirs) })}</span> },
        ]}
        value={deepEqual(now, mine) ? 'mine' : deepEqual(now, theirs) ? 'theirs' : ''}
        onChange={(which) => words.onTake(pointer, which === 'mine' ? mine : theirs)}
      />
    </li>
  )
}

/** A value in a few words; of secrets no more than that there is one, whoever typed it. */
function useToldValue(overlap: LeafConflict, { document, isSecret, valueName }: OverlapWords) {
  const t = useTranslations('components.moved')
  const valueText = useValueText()
  const { pointer, base, mine, theirs } = overlap
  const isMarked = [base, mine, theirs].some(isSecretMarker)

  function holdsSecret(value: JsonValue): boolean {
    const whole = setAt(document, pointer, withoutMarkers(value))
    const below = secretLeaves(isGroup(whole) ? whole : {}, isSecret)
    return below.some((leaf) => leaf === pointer || leaf.startsWith(`${pointer}/`))
  }

  return (value: JsonValue | undefined): string => {
    if (value === undefined) return t('nothing')
    if (isMarked) return t('secret')
    if (isGroup(value)) return t('group', { count: Object.keys(value).length })
    if (holdsSecret(value)) return t('secret')
    return valueName?.(value) ?? valueText(value)
  }
}
