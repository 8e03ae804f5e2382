import { Check, LoaderCircle, Minus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import styles from './entry-test-report.module.css'
import type { ShownStep } from './test-steps.ts'

const icons: Readonly<Record<ShownStep['state'], typeof Check>> = {
  running: LoaderCircle,
  passed: Check,
  failed: X,
  skipped: Minus,
  untried: Minus,
}

/** The steps of a test: how each went, what was found, and how long it took. */
export function EntryTestSteps({ id, steps }: { id: string; steps: readonly ShownStep[] }) {
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
