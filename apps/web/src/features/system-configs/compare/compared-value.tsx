import { isSecretMarker } from '@strata/layered-config'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { shortFingerprint } from '#web/components/schema-form/secret-marker.ts'
import { type TextPart, valueChanges } from '../provenance/value-changes.ts'
import { useValueText } from '../words/use-value-words.ts'
import type { ComparedKey } from './compare-values.ts'
import styles from './comparison.module.css'

const LONGEST = 300

interface ComparedValueProps {
  compared: ComparedKey
  side: 'left' | 'right'
}

/** What one side says, with what the other one does not say marked. */
export function ComparedValue({ compared, side }: ComparedValueProps) {
  const t = useTranslations('compare')
  const text = useValueText(LONGEST)
  const { left, right, isSame } = compared
  const value = compared[side]
  const changes = useMemo(
    () => (isSame || left === undefined || right === undefined ? undefined : valueChanges(left, right)),
    [isSame, left, right],
  )
  if (value === undefined) return <span className={styles.nothing}>{t('nothing')}</span>
  if (isSecretMarker(value)) return `${t('secret')} #${shortFingerprint(value)}`
  if (changes === undefined) return <span className={isSame ? undefined : styles.whole}>{text(value)}</span>
  if (changes.kind === 'text') return <Parts parts={changes.parts} side={side} />
  const items = changes.items.filter((item) => item[side === 'left' ? 'before' : 'after'] !== undefined)
  return (
    <>
      <span>{text(value)}</span>
      <ul className={styles.items} aria-label={t(side === 'left' ? 'leftOnly' : 'rightOnly')}>
        {items.map((item, index) => {
          const own = side === 'left' ? item.before : item.after
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: shown only; the items of a list have no names.
            <li key={index}>
              {item.key === undefined ? null : <code>{item.key} </code>}
              <mark>{own === undefined || isSecretMarker(own) ? t('secret') : text(own)}</mark>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Parts({ parts, side }: { parts: readonly TextPart[]; side: 'left' | 'right' }) {
  const own = side === 'left' ? 'removed' : 'added'
  return (
    <span className={styles.text}>
      {parts.map(({ kind, text }, index) =>
        kind === 'same' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: shown only; the pieces of a text have no names.
          <span key={index}>{text}</span>
        ) : kind === own ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <mark key={index}>{text}</mark>
        ) : null,
      )}
    </span>
  )
}
