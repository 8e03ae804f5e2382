import { isSecretMarker } from '@strata/layered-config'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { rowAction } from '#web/components/schema-form/use-row-keys.ts'
import { useValueText } from '#web/components/value-text.ts'
import styles from './difference-note.module.css'
import type { LeafProvenance } from './field-provenance.ts'
import { hideSecretsAt } from './hide-secrets.ts'
import { type ItemChange, type TextPart, type ValueChanges, valueChanges } from './value-changes.ts'

interface DifferenceNoteProps {
  pointer: string
  facts: LeafProvenance
}

/** Few enough changes to be read without being asked for. */
const SHOWN_AT_ONCE = 4

/** How a list, an object or a long text differs from what it replaces: the stored one while unsaved, else the inherited one. */
export function DifferenceNote({ pointer, facts }: DifferenceNoteProps) {
  const t = useTranslations('systemConfigs.difference')
  const [chosen, setChosen] = useState<boolean>()
  const { own, stored, without, inherited, isUnsaved } = facts
  const isFromStored = isUnsaved && stored !== undefined
  const [reading, ...others] = without
  const base = isFromStored ? stored : others.length === 0 ? reading.value : inherited?.value
  if (own === undefined || base === undefined) return null
  const changes = valueChanges(hideSecretsAt(pointer, base), hideSecretsAt(pointer, own))
  if (changes === undefined || (changes.kind === 'items' && changes.items.length === 0)) return null
  const isOpen = chosen ?? (changes.kind === 'text' || changes.items.length <= SHOWN_AT_ONCE)

  return (
    <div className={styles.note}>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isOpen}
        {...rowAction.difference}
        onClick={() => setChosen(!isOpen)}
      >
        <ChevronRight aria-hidden="true" />
        {changes.kind === 'text' ? t('text') : t('items', countsOf(changes.items))}{' '}
        {t(isFromStored ? 'fromStored' : 'fromInherited')}
      </button>
      {isOpen ? <ValueDiff changes={changes} /> : null}
    </div>
  )
}

function countsOf(items: readonly ItemChange[]) {
  return {
    added: items.filter(({ before }) => before === undefined).length,
    removed: items.filter(({ after }) => after === undefined).length,
    changed: items.filter(({ before, after }) => before !== undefined && after !== undefined).length,
  }
}

const LONGEST_VALUE = 120
const MOST_ITEMS = 40

/** The pieces that differ between two values: what goes struck, what comes beside it. */
function ValueDiff({ changes }: { changes: ValueChanges }) {
  return changes.kind === 'text' ? <TextDiff parts={changes.parts} /> : <ItemsDiff items={changes.items} />
}

function TextDiff({ parts }: { parts: readonly TextPart[] }) {
  return (
    <p className={styles.text}>
      {parts.map(({ kind, text }, index) => {
        const Part = kind === 'same' ? 'span' : kind === 'added' ? 'ins' : 'del'
        // biome-ignore lint/suspicious/noArrayIndexKey: shown only; the pieces of a text have no names.
        return <Part key={index}>{text}</Part>
      })}
    </p>
  )
}

function ItemsDiff({ items }: { items: readonly ItemChange[] }) {
  const t = useTranslations('systemConfigs.difference')
  return (
    <ul className={styles.items}>
      {items.slice(0, MOST_ITEMS).map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shown only; the items of a list have no names.
        <li key={index}>
          {item.key === undefined ? null : <code>{item.key}</code>} <Change item={item} />
        </li>
      ))}
      {items.length > MOST_ITEMS ? <li>{t('more', { count: items.length - MOST_ITEMS })}</li> : null}
    </ul>
  )
}

function Change({ item: { before, after } }: { item: ItemChange }) {
  const t = useTranslations('systemConfigs.difference')
  const text = useValueText(LONGEST_VALUE)
  if (isSecretMarker(before) && isSecretMarker(after)) return t('secret')
  return (
    <>
      {before === undefined ? null : <del>{text(before)}</del>}
      {before === undefined || after === undefined ? null : ' → '}
      {after === undefined ? null : <ins>{text(after)}</ins>}
    </>
  )
}
