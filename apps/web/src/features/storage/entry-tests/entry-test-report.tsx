import { deepEqual, formatPointer, getAt, type JsonObject } from '@strata/json'
import { Check, ChevronRight, CircleCheck, CircleDashed, CircleX, Clock, LoaderCircle, Minus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Chip } from '#web/components/chip.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useStorageDocument } from '../document/document-context.ts'
import type { EntryMap } from '../document/document-parts.ts'
import { testPath } from '../pages/place.ts'
import { type EntryTest, type EntryTestState, testStateOf } from './entry-test.ts'
import styles from './entry-test-report.module.css'
import { type ShownStep, shownSteps } from './test-steps.ts'

interface EntryTestReportProps {
  map: EntryMap
  id: string
  entry: JsonObject
  title: string
}

/** What is known of an entry's test: its steps while it runs and after a failure, and a chip that says how it ended. */
export function EntryTestReport({ map, id, entry, title }: EntryTestReportProps) {
  const t = useTranslations('storage.test')
  const { place, storedFields, tests } = useStorageDocument()
  const test = tests.of(map, id)
  const state = testStateOf(test, entry)
  // KAZOO signs what it tested; what was edited since was not.
  const isSigned = entry._sig !== undefined && deepEqual(getAt(storedFields, formatPointer([map, id])), entry)
  return (
    <>
      <VisuallyHidden>
        <p role="status">
          <Progress test={test} state={state} title={title} />
        </p>
      </VisuallyHidden>
      {testPath(place) === undefined ? (
        <p className={styles.note}>{t('onceSaved')}</p>
      ) : test === undefined ? (
        <div className={styles.line}>
          <UntestedChip isSigned={isSigned} />
        </div>
      ) : (
        <KnownTest map={map} test={test} state={state} title={title} />
      )}
    </>
  )
}

function KnownTest({
  map,
  test,
  state,
  title,
}: {
  map: EntryMap
  test: EntryTest
  state: EntryTestState
  title: string
}) {
  const t = useTranslations('storage.test')
  const [isUnfolded, setUnfolded] = useState(false)
  const stepsId = useId()
  const steps = shownSteps(test, map)
  const { outcome } = test
  const mayFold = outcome?.result === 'passed' && steps.length > 0
  const isTold = steps.some((step) => step.state === 'failed')
  return (
    <div className={styles.report}>
      {mayFold && !isUnfolded ? null : <EntryTestSteps id={stepsId} steps={steps} />}
      {outcome === undefined || outcome.result === 'passed' || isTold ? null : (
        <p className={outcome.result === 'untestable' ? styles.note : styles.failure}>{outcome.message}</p>
      )}
      <div className={styles.line}>
        <EntryTestChip test={test} state={state} />
        {mayFold ? (
          <Button
            size="sm"
            variant="quiet"
            icon={<ChevronRight className={isUnfolded ? styles.unfolded : undefined} />}
            aria-label={t('stepsLabel', { name: title })}
            aria-expanded={isUnfolded}
            {...(isUnfolded ? { 'aria-controls': stepsId } : {})}
            onPress={() => setUnfolded(!isUnfolded)}
          >
            {t('steps')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** What a screen reader hears while a test runs and once it ended; nothing when its result merely ages. */
function Progress({ test, state, title }: { test: EntryTest | undefined; state: EntryTestState; title: string }) {
  const t = useTranslations('storage.test')
  if (test === undefined || state === 'untested') return null
  if (state === 'stale') return t('told.stale', { name: title })
  if (state === 'passed') return t('told.passed', { name: title })
  const last = test.steps.at(-1)
  if (state === 'running') {
    return last === undefined
      ? t('told.begins', { name: title })
      : t('told.step', { name: title, step: t(`step.${last.step}`), state: t(`state.${last.state}`) })
  }
  if (state === 'untestable') return t('told.untestable', { name: title })
  const failed = test.steps.find((step) => step.state === 'failed')
  const message = test.outcome === undefined || test.outcome.result === 'passed' ? '' : test.outcome.message
  return failed === undefined
    ? t('told.failed', { name: title, message })
    : t('told.failedAt', { name: title, step: t(`step.${failed.step}`), message })
}

const icons: Readonly<Record<ShownStep['state'], typeof Check>> = {
  running: LoaderCircle,
  passed: Check,
  failed: X,
  skipped: Minus,
  untried: Minus,
}

/** The steps of a test: how each went, what was found, and how long it took. */
function EntryTestSteps({ id, steps }: { id: string; steps: readonly ShownStep[] }) {
  const t = useTranslations('storage.test')
  if (steps.length === 0) return null
  return (
    <ol id={id} className={styles.steps} data-steps="">
      {steps.map((step) => (
        <li key={step.step} className={classNames(styles.step, styles[step.state])}>
          <StepIcon state={step.state} />
          <span className={styles.name}>{t(`step.${step.step}`)}</span>
          <span className={styles.words}>
            <span className={styles.state}>{t(`state.${step.state}`)}</span>
            {'message' in step && step.message !== '' ? <span>{step.message}</span> : null}
            {'said' in step && step.said !== null ? <q className={styles.said}>{step.said}</q> : null}
          </span>
          <span className={styles.time}>
            {'ms' in step && step.state !== 'skipped' ? t('ms', { ms: step.ms }) : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

function StepIcon({ state }: { state: ShownStep['state'] }) {
  const Icon = icons[state]
  return <Icon className={classNames(styles.icon, state === 'running' && styles.spinner)} aria-hidden="true" />
}

/** Says that nobody tested an entry on this page, and whether KAZOO did when it was stored. */
function UntestedChip({ isSigned }: { isSigned: boolean }) {
  const t = useTranslations('storage.test.chip')
  return isSigned ? (
    <Chip icon={<CircleCheck />}>{t('signed')}</Chip>
  ) : (
    <Chip icon={<CircleDashed />}>{t('untested')}</Chip>
  )
}

/** Says in a few words what the last test says of an entry as it is now. */
function EntryTestChip({ test, state }: { test: EntryTest; state: EntryTestState }) {
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
