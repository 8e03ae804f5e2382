import { isSecretMarker } from '@strata/layered-config'
import { useTranslations } from 'use-intl'
import { useValueText } from '../words/use-value-words.ts'
import type { ItemChange, TextPart, ValueChanges } from './value-changes.ts'
import styles from './value-diff.module.css'

const LONGEST_VALUE = 120
const MOST_ITEMS = 40

/** The pieces that differ between two values: what goes struck, what comes beside it. */
export function ValueDiff({ changes }: { changes: ValueChanges }) {
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
