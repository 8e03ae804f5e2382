import { deepEqual, formatPointer, getAt, type JsonObject } from '@strata/json'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import type { EntryMap } from '../document/document-parts.ts'
import { testPath } from '../pages/place.ts'
import { type EntryTest, type EntryTestState, testStateOf } from './entry-test.ts'
import { EntryTestChip, UntestedChip } from './entry-test-chip.tsx'
import styles from './entry-test-report.module.css'
import { EntryTestSteps } from './entry-test-steps.tsx'
import { shownSteps } from './test-steps.ts'

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
