import { CircleCheck, CircleDashed, CircleX, Clock, LoaderCircle } from 'lucide-react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { Chip } from '#web/components/chip.tsx'
import type { EntryTest, EntryTestState } from './entry-test.ts'
import styles from './entry-test-report.module.css'

/** Says that nobody tested an entry on this page, and whether KAZOO did when it was stored. */
export function UntestedChip({ isSigned }: { isSigned: boolean }) {
  const t = useTranslations('storage.test.chip')
  return isSigned ? (
    <Chip icon={<CircleCheck />}>{t('signed')}</Chip>
  ) : (
    <Chip icon={<CircleDashed />}>{t('untested')}</Chip>
  )
}

/** Says in a few words what the last test says of an entry as it is now. */
export function EntryTestChip({ test, state }: { test: EntryTest; state: EntryTestState }) {
  const t = useTranslations('storage.test')
  const age = useAge()
  const { outcome } = test
  if (state === 'stale')
    return (
      <Chip tone="unsaved" icon={<Clock />}>
        {t('chip.stale')}
      </Chip>
    )
  if (outcome === undefined) {
    return (
      <Chip tone="accent" icon={<LoaderCircle className={styles.spinner} />}>
        {t('chip.running')}
      </Chip>
    )
  }
  const ago = age(outcome.at)
  if (outcome.result === 'passed') {
    return (
      <Chip tone="good" icon={<CircleCheck />}>
        {t('chip.passed', { ago })}
      </Chip>
    )
  }
  if (outcome.result === 'untestable') return <Chip icon={<CircleDashed />}>{t('chip.untestable')}</Chip>
  return (
    <Chip tone="bad" icon={<CircleX />}>
      {t(`chip.${outcome.result}`, { ago })}
    </Chip>
  )
}

const minute = 60_000

/** How long ago a moment was, in words that keep up with the clock. */
function useAge(): (at: number) => string {
  const t = useTranslations('storage.test')
  const format = useFormatter()
  const now = useNow({ updateInterval: minute / 2 })
  return (at) => {
    // A moment may lie after the clock's last tick.
    const age = Math.max(0, now.getTime() - at)
    return age < minute ? t('justNow') : format.relativeTime(at, { now: at + age, style: 'narrow' })
  }
}
