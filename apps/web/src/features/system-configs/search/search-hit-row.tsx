import { Link } from '@tanstack/react-router'
import { Equal, KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { LayerDot } from '#web/components/chip.tsx'
import { isWholeSecret } from '#web/components/schema-form/secret-marker.ts'
import { useValueText } from '#web/components/value-text.ts'
import { classNames } from '#web/lib/class-names.ts'
import { toCategory } from '../routes.ts'
import { hitLink } from './hit-link.ts'
import { matchedRanges, type TextRange } from './matched-ranges.ts'
import type { Setting } from './search-entry.ts'
import type { SearchHit } from './search-hit.ts'
import styles from './search-hit-row.module.css'

interface SearchHitRowProps {
  hit: SearchHit
  words: readonly string[]
}

/** Sections that are named; the others are counted. */
const SHOWN = 3
const VALUE_LENGTH = 28

/** A setting that was found: what it is, why it was found, and where it is set. */
export function SearchHitRow({ hit, words }: SearchHitRowProps) {
  const t = useTranslations('search')
  const { entry } = hit
  const settings = foundFirst(hit.settings, words)
  const description = excerpt(entry.description, matchedRanges(entry.description, words))
  return (
    <div className={styles.hit}>
      <div className={styles.words}>
        <Link {...toCategory(...hitLink({ ...hit, settings }))} className={styles.link} preload={false}>
          <span className={styles.title}>
            <MarkedText text={entry.title} ranges={matchedRanges(entry.title, words)} />
          </span>
          <code className={styles.key}>
            <MarkedText text={entry.key} ranges={matchedRanges(entry.key, words)} />
          </code>
          {entry.isSecret ? <KeyRound aria-hidden="true" /> : null}
        </Link>
        {entry.description === '' ? null : (
          <p className={styles.description}>
            <MarkedText {...description} />
          </p>
        )}
      </div>
      <div className={styles.settings}>
        {settings.length === 0 ? (
          <span className={styles.unset}>
            {t('unset')}
            <code>{entry.types.join(', ')}</code>
          </span>
        ) : (
          settings
            .slice(0, SHOWN)
            .map((setting) => (
              <SettingLink key={`${setting.section} ${setting.pointer}`} hit={hit} setting={setting} words={words} />
            ))
        )}
        {settings.length > SHOWN ? (
          <span className={styles.more} title={t('more', { count: settings.length - SHOWN })}>
            +{settings.length - SHOWN}
          </span>
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
      {...toCategory(...hitLink(hit, setting))}
      className={classNames(styles.setting, isNoise && styles.isNoise)}
      title={isNoise ? `${section}: ${t('noise')}` : section}
      preload={false}
    >
      <LayerDot layer={kind} />
      <span className={classNames(styles.section, styles[kind])}>{section}</span>
      <code className={styles.value}>
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
function foundFirst(settings: readonly Setting[], words: readonly string[]): readonly Setting[] {
  const isFound = ({ text }: Setting) => words.some((word) => text.includes(word))
  return settings.toSorted((a, b) => Number(isFound(b)) - Number(isFound(a)))
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
