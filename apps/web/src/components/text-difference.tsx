import { structuredPatch } from 'diff'
import { Fragment, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import styles from './text-difference.module.css'

interface TextDifferenceProps {
  /** Accessible name. */
  label: string
  before: string
  after: string
}

/** Lines that go or come: finding more takes seconds, in which the page stands still, and nobody reads them. */
const MOST_CHANGED = 2000

const KINDS = { '+': 'added', '-': 'removed', ' ': 'same' } as const

/** Two texts as one, line by line: what goes, what comes, and a little of what is around. */
export function TextDifference({ label, before, after }: TextDifferenceProps) {
  const t = useTranslations('components')
  const hunks = useMemo(() => hunksOf(before, after), [before, after])
  if (hunks === undefined) return <p>{t('tooDifferent', { count: MOST_CHANGED })}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.difference} aria-label={label} tabIndex={0}>
      {hunks.map(({ start, skipped, lines }) => (
        <Fragment key={start}>
          {skipped === 0 ? null : <p className={styles.skipped}>{t('unchangedLines', { count: skipped })}</p>}
          {lines.map(({ kind, text, number }) => {
            const Line = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span'
            return (
              <Line key={`${kind} ${number}`} className={classNames(styles.line, styles[kind])}>
                {text}
              </Line>
            )
          })}
        </Fragment>
      ))}
    </section>
  )
}

interface Hunk {
  start: number
  /** Lines before it that are the same in both. */
  skipped: number
  lines: { kind: (typeof KINDS)[keyof typeof KINDS]; text: string; number: number }[]
}

/** Undefined where too much is different. */
function hunksOf(before: string, after: string): Hunk[] | undefined {
  let end = 0
  const options = { context: 3, maxEditLength: MOST_CHANGED }
  return structuredPatch('', '', before, after, undefined, undefined, options)?.hunks.map((hunk) => {
    const skipped = Math.max(0, hunk.oldStart - 1 - end)
    end = hunk.oldStart - 1 + hunk.oldLines
    const lines = hunk.lines.map((line, number) => ({ kind: kindOf(line), text: line.slice(1), number }))
    return { start: hunk.oldStart, skipped, lines }
  })
}

function kindOf(line: string): Hunk['lines'][number]['kind'] {
  return line.startsWith('+') ? KINDS['+'] : line.startsWith('-') ? KINDS['-'] : KINDS[' ']
}
