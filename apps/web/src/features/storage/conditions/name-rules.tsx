import type { PlanRule } from '@strata/storage-plan'
import { Regex } from 'lucide-react'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Chip } from '#web/components/chip.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { useStorageDocument } from '../document/document-context.ts'
import classStyles from '../plan/class-routes.module.css'
import { ConditionRow } from './condition-row.tsx'
import styles from './conditions.module.css'
import { InheritedConditions } from './inherited-conditions.tsx'
import { useConditions } from './use-conditions.ts'

/** The rules within a rule that hold for databases whose names match a pattern, and a name to try them on. */
export function NameRules({ rule }: { rule: PlanRule }) {
  const t = useTranslations('storage.conditions')
  const { isReadOnly } = useStorageDocument()
  const id = useId()
  const [name, setName] = useState('')
  const { keys, inherited, add, remove } = useConditions(rule, 'regex')
  return (
    <section className={styles.group} aria-labelledby={id}>
      <span id={id} className={classStyles.label}>
        {t('byName')}
      </span>
      <p className={classStyles.help}>{t('byNameHelp')}</p>
      {keys.length === 0 ? null : <TryName value={name} onChange={setName} />}
      <ul className={styles.rules}>
        {keys.map((key) => (
          <ConditionRow key={key} rule={{ ...rule, condition: { by: 'regex', key } }} onRemove={() => remove(key)}>
            {name === '' ? null : <MatchChip pattern={key} name={name} />}
          </ConditionRow>
        ))}
      </ul>
      <InheritedConditions conditions={inherited} title={(key) => key} />
      {isReadOnly ? null : <AddPattern taken={keys} onAdd={add} />}
    </section>
  )
}

function TryName({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  const t = useTranslations('storage.conditions')
  return (
    <TextField
      className={styles.try}
      label={t('try')}
      description={t('tryHelp')}
      isCode
      value={value}
      onChange={onChange}
      autoComplete="off"
      spellCheck="false"
    />
  )
}

/** Whether a name matches a pattern, as far as that can be told. */
function MatchChip({ pattern, name }: { pattern: string; name: string }) {
  const t = useTranslations('storage.conditions.match')
  const matches = useNameMatcher()
  if (matches === undefined) return null
  const match = matches(pattern, name)
  const word = match === undefined ? 'unknown' : match ? 'yes' : 'no'
  return (
    <span role="status">
      <Chip tone={match === true ? 'good' : 'neutral'}>{t(word)}</Chip>
    </span>
  )
}

interface AddPatternProps {
  taken: readonly string[]
  onAdd: (pattern: string) => void
}

/** Begins a rule for databases whose names match a pattern, with a field to try it in. */
function AddPattern({ taken, onAdd }: AddPatternProps) {
  const t = useTranslations('storage.conditions')
  const matches = useNameMatcher()
  const [pattern, setPattern] = useState<string>()
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  if (pattern === undefined) {
    return (
      <Button
        size="sm"
        variant="quiet"
        icon={<Regex />}
        onPress={() => {
          setTried(false)
          setPattern('')
        }}
      >
        {t('addPattern')}
      </Button>
    )
  }
  const problem = pattern === '' ? 'missing' : taken.includes(pattern) ? 'taken' : undefined
  const isUnread = pattern !== '' && matches !== undefined && matches(pattern, name) === undefined

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (pattern === undefined || problem !== undefined) return
    onAdd(pattern)
    setPattern(undefined)
  }

  return (
    <form className={styles.newRule} onSubmit={submit} aria-label={t('addPattern')}>
      <TextField
        label={t('pattern')}
        description={isUnread ? t('patternUnread') : t('patternHelp')}
        isCode
        autoFocus
        value={pattern}
        onChange={setPattern}
        errorMessage={isTried && problem !== undefined ? t(`patternProblem.${problem}`) : undefined}
        autoComplete="off"
        spellCheck="false"
      />
      <TryName value={name} onChange={setName} />
      <div className={styles.newRuleButtons}>
        {pattern === '' || name === '' ? null : <MatchChip pattern={pattern} name={name} />}
        <Button type="submit" variant="primary">
          {t('add')}
        </Button>
        <Button onPress={() => setPattern(undefined)}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

type NameMatcher = (pattern: string, name: string) => boolean | undefined

/** Tells whether a pattern is found in a name, as the server does; undefined until it is loaded. */
function useNameMatcher(): NameMatcher | undefined {
  const [matcher, setMatcher] = useState<{ readonly matches: NameMatcher }>()
  useEffect(() => {
    let isGone = false
    // Its engine weighs as much as half of the form: only a plan of KAZOO 5 needs it.
    void import('@strata/storage-plan/name-pattern').then(({ matchesName }) => {
      if (!isGone) setMatcher({ matches: matchesName })
    })
    return () => {
      isGone = true
    }
  }, [])
  return matcher?.matches
}
