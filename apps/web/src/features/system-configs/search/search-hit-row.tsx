import { Link } from '@tanstack/react-router'
import { Equal, KeyRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { LayerDot } from '#web/components/chip.tsx'
import { isWholeSecret } from '#web/components/schema-form/secret-marker.ts'
import { useValueText } from '#web/components/value-text.ts'
import { classNames } from '#web/lib/class-names.ts'
import { toCategory } from '../routes.ts'
import { type ChosenValue, valuesOf } from './chosen-values.ts'
import { landing, settingLink } from './hit-link.ts'
import { matchedRanges, type TextRange } from './matched-ranges.ts'
import type { Setting } from './search-entry.ts'
import type { SearchHit } from './search-hit.ts'
import styles from './search-hit-row.module.css'
import { ValuesCheckbox } from './values-checkbox.tsx'

export interface SearchHitRowProps {
  hit: SearchHit
  words: readonly string[]
  /** Ids of the values that are chosen. */
  selected: ReadonlySet<string>
  onChoose: (ids: readonly string[], isChosen: boolean) => void
}

/** Sections that are named; the others are counted until they are asked for. */
const SHOWN = 3
/** Characters: as many as the index holds of a value. Where there is less room, it is cut or wrapped there. */
const VALUE_LENGTH = 200

/** A setting that was found: what it is, why it was found, and where it is set. */
export function SearchHitRow({ hit, words, selected, onChoose }: SearchHitRowProps) {
  const t = useTranslations('search')
  const { entry } = hit
  const [isOpen, setOpen] = useState(false)
  const values = foundFirst(valuesOf(hit), words)
  const hasChosen = values.some(({ id }) => selected.has(id))
  // Once some are chosen, each can be: also while the last of them is left out again.
  const [choosesEach, setChoosesEach] = useState(false)
  if (hasChosen && values.length > 1 && !choosesEach) setChoosesEach(true)
  const place = landing(entry)
  const description = excerpt(entry.description, matchedRanges(entry.description, words))
  return (
    <div className={styles.hit}>
      <div className={styles.check}>
        <ValuesCheckbox
          label={t('choice.hit', { key: entry.key, category: entry.category, count: values.length })}
          values={values}
          selected={selected}
          onChoose={onChoose}
        />
      </div>
      <div className={styles.words}>
        <Link {...toCategory(...settingLink(entry, place))} className={styles.link} preload={false}>
          <span className={styles.title}>
            <MarkedText text={entry.title} ranges={matchedRanges(entry.title, words)} />
          </span>
          <code className={styles.key}>
            <MarkedText text={entry.key} ranges={matchedRanges(entry.key, words)} />
          </code>
          {entry.isSecret ? <KeyRound aria-hidden="true" /> : null}
          <span className={styles.leadsTo}>{t('leadsTo', { section: place.section })}</span>
        </Link>
        {entry.description === '' ? null : (
          <p className={styles.description}>
            <MarkedText {...description} />
          </p>
        )}
      </div>
      <div className={styles.settings}>
        {values.length === 0 ? (
          <span className={styles.unset}>
            {t('unset')}
            <code>{entry.types.join(', ')}</code>
          </span>
        ) : (
          values.slice(0, isOpen ? values.length : SHOWN).map((value) => (
            <span key={value.id} className={styles.value}>
              {choosesEach ? (
                <ValuesCheckbox
                  label={t('choice.one', { key: entry.key, section: value.setting.section })}
                  values={[value]}
                  selected={selected}
                  onChoose={onChoose}
                />
              ) : null}
              <SettingLink hit={hit} setting={value.setting} words={words} />
            </span>
          ))
        )}
        {values.length > SHOWN ? (
          <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('fewer') : t('more', { count: values.length - SHOWN })}
          </button>
        ) : null}
      </div>
    </div>
  )
}

function SettingLink({ hit, setting, words }: { hit: SearchHit; setting: Setting; words: readonly string[] }) {
  const t = useTranslations('search')
  const valueText = useValueText(VALUE_LENGTH)
  const { section, kind, value, isNoise, isInvalid, isUnread } = setting
  const text = isWholeSecret(value) ? t('secretSet') : valueText(value)
  return (
    <Link
      {...toCategory(...settingLink(hit.entry, setting))}
      className={classNames(styles.setting, isNoise && styles.isNoise)}
      title={isNoise ? `${section}: ${t('noise')}` : section}
      preload={false}
    >
      <LayerDot layer={kind} />
      <span className={classNames(styles.section, styles[kind])}>{section}</span>
      <code className={styles.text}>
        <MarkedText text={text} ranges={isWholeSecret(value) ? [] : matchedRanges(text, words)} />
      </code>
      {isNoise ? (
        <>
          <Equal aria-hidden="true" />
          <VisuallyHidden>{t('noise')}</VisuallyHidden>
        </>
      ) : null}
      {isInvalid ? <i>{t('invalid')}</i> : null}
      {isUnread ? <i>{t('unread')}</i> : null}
    </Link>
  )
}

/** Those whose values were found come before the others. */
function foundFirst(values: readonly ChosenValue[], words: readonly string[]): readonly ChosenValue[] {
  const isFound = ({ setting: { text } }: ChosenValue) => words.some((word) => text.includes(word))
  return values.toSorted((a, b) => Number(isFound(b)) - Number(isFound(a)))
}

/** Characters that may stand before the first match. */
const LEAD = 40

/** The text from shortly before its first match on, so that a line of it shows why it was found; its ranges move along. */
export function excerpt(text: string, ranges: readonly TextRange[]): { text: string; ranges: readonly TextRange[] } {
  const [first] = ranges
  if (first === undefined || first[0] <= 2 * LEAD) return { text, ranges }
  const space = text.indexOf(' ', first[0] - LEAD)
  const from = space < 0 || space >= first[0] ? first[0] : space + 1
  return {
    text: `…${text.slice(from)}`,
    ranges: ranges.map(([start, end]) => [start - from + 1, end - from + 1]),
  }
}

interface MarkedTextProps {
  text: string
  ranges: readonly TextRange[]
}

/** A text with the parts marked that it was found by. */
function MarkedText({ text, ranges }: MarkedTextProps) {
  const parts: ReactNode[] = []
  let done = 0
  for (const [start, end] of ranges) {
    parts.push(
      text.slice(done, start),
      <mark key={start} className={styles.mark}>
        {text.slice(start, end)}
      </mark>,
    )
    done = end
  }
  parts.push(text.slice(done))
  return parts
}
