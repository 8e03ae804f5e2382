import { type MonthRange, monthRangeKey, type PlanRule } from '@strata/storage-plan'
import { CalendarRange } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import classStyles from '../plan/class-routes.module.css'
import { ConditionRow } from './condition-row.tsx'
import styles from './conditions.module.css'
import { InheritedConditions } from './inherited-conditions.tsx'
import { MonthField } from './month-field.tsx'
import { monthProblem, overlapping } from './month-problems.ts'
import { useConditionWords } from './use-condition-words.ts'
import { useConditions } from './use-conditions.ts'

/** The rules within a rule that hold for some months. */
export function MonthRules({ rule }: { rule: PlanRule }) {
  const t = useTranslations('storage.conditions')
  const format = useFormatter()
  const words = useConditionWords()
  const { isReadOnly } = useStorageDocument()
  const id = useId()
  const { keys, inherited, add, remove } = useConditions(rule, 'range')
  const all = [...keys, ...inherited.map(({ key }) => key)]
  return (
    <section className={styles.group} aria-labelledby={id}>
      <span id={id} className={classStyles.label}>
        {t('byMonth')}
      </span>
      <p className={classStyles.help}>{t('byMonthHelp')}</p>
      <ul className={styles.rules}>
        {keys.map((key) => {
          const others = overlapping(key, all).map(words.months)
          return (
            <ConditionRow key={key} rule={{ ...rule, condition: { by: 'range', key } }} onRemove={() => remove(key)}>
              {others.length === 0 ? null : (
                <span className={styles.warning}>{t('overlaps', { others: format.list(others) })}</span>
              )}
            </ConditionRow>
          )
        })}
      </ul>
      <InheritedConditions conditions={inherited} title={words.months} />
      {isReadOnly ? null : <AddMonths taken={keys} onAdd={add} />}
    </section>
  )
}

interface AddMonthsProps {
  taken: readonly string[]
  onAdd: (key: string) => void
}

/** Begins a rule for the months from one to another. */
function AddMonths({ taken, onAdd }: AddMonthsProps) {
  const t = useTranslations('storage.conditions')
  const [range, setRange] = useState<MonthRange>()
  const [isTried, setTried] = useState(false)
  if (range === undefined) {
    return (
      <Button
        size="sm"
        variant="quiet"
        icon={<CalendarRange />}
        onPress={() => {
          setTried(false)
          setRange({ from: '', to: '' })
        }}
      >
        {t('addMonths')}
      </Button>
    )
  }
  const problem = monthProblem(range, taken)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (range === undefined || problem !== undefined) return
    onAdd(monthRangeKey(range))
    setRange(undefined)
  }

  return (
    <form className={styles.newRule} onSubmit={submit} aria-label={t('addMonths')}>
      <MonthField label={t('from')} value={range.from} onChange={(from) => setRange({ ...range, from })} />
      <MonthField
        label={t('to')}
        value={range.to}
        onChange={(to) => setRange({ ...range, to })}
        errorMessage={isTried && problem !== undefined ? t(`monthProblem.${problem}`) : undefined}
      />
      <div className={styles.newRuleButtons}>
        <Button type="submit" variant="primary">
          {t('add')}
        </Button>
        <Button onPress={() => setRange(undefined)}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
