import type { JsonValue } from '@strata/json'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { NumberField } from '#web/components/number-field.tsx'
import { readAmount, unitAt } from '#web/components/schema-form/read-amount.ts'
import { Segmented } from '#web/components/segmented.tsx'
import { TextField } from '#web/components/text-field.tsx'
import styles from '../bulk/apply-dialog.module.css'
import { type ChosenValue, commonKind, isHidden, type ValueKind } from './chosen-values.ts'
import { LeftOutNote } from './left-out-note.tsx'
import { settingWork } from './value-work.ts'

interface SetValuesDialogProps {
  chosen: readonly ChosenValue[]
  onSet: (value: JsonValue) => void
  onClose: () => void
}

/** Asks for the one value that all chosen ones become. */
export function SetValuesDialog({ chosen, onSet, onClose }: SetValuesDialogProps) {
  const t = useTranslations('search.choice')
  const form = useId()
  const settable = chosen.filter((each) => !isHidden(each))
  const kind = commonKind(settable)
  const canSet = settable.length > 0 && kind !== undefined
  const [value, setValue] = useState<JsonValue | undefined>(kind === 'boolean' ? true : undefined)
  const [problem, setProblem] = useState<string>()

  function submit(event: FormEvent) {
    event.preventDefault()
    const wrong = problemOf(value, kind)
    setProblem(wrong === undefined ? undefined : t(`problem.${wrong}`))
    if (wrong === undefined && value !== undefined) onSet(value)
  }

  return (
    <Dialog
      title={t('setTitle', { count: settable.length })}
      size="sm"
      isOpen
      onOpenChange={onClose}
      footer={
        canSet ? (
          <Button variant="primary" type="submit" form={form}>
            {t('toReview')}
          </Button>
        ) : undefined
      }
    >
      <form id={form} onSubmit={submit} className={styles.body}>
        {canSet ? (
          <NewValue
            kind={kind}
            pointers={settable.map(({ entry }) => entry.pointer)}
            value={value}
            problem={problem}
            onChange={(next) => {
              setValue(next)
              setProblem(undefined)
            }}
          />
        ) : (
          <p>{t(settable.length === 0 ? 'allSecret' : 'noKind')}</p>
        )}
        <LeftOutNote leftOut={settingWork(chosen, null).leftOut} />
      </form>
    </Dialog>
  )
}

function problemOf(value: JsonValue | undefined, kind: ValueKind | undefined): 'nothing' | 'notNumber' | undefined {
  if (value === undefined || value === '') return 'nothing'
  return (kind === 'integer' || kind === 'number') && typeof value !== 'number' ? 'notNumber' : undefined
}

interface NewValueProps {
  kind: ValueKind
  pointers: readonly string[]
  value: JsonValue | undefined
  problem: string | undefined
  onChange: (value: JsonValue | undefined) => void
}

function NewValue({ kind, pointers, value, problem, onChange }: NewValueProps) {
  const t = useTranslations('search.choice')
  if (kind === 'boolean') {
    return (
      <Segmented
        aria-label={t('value')}
        options={[
          { value: 'on', label: t('on') },
          { value: 'off', label: t('off') },
        ]}
        value={value === true ? 'on' : 'off'}
        onChange={(next) => onChange(next === 'on')}
      />
    )
  }
  const shared = { label: t('value'), errorMessage: problem, autoFocus: true }
  if (kind === 'string') {
    return (
      <TextField {...shared} value={typeof value === 'string' ? value : ''} onChange={onChange} autoComplete="off" />
    )
  }
  const [first = ''] = pointers
  const unit = unitAt(first)
  const isOneUnit = unit !== undefined && pointers.every((pointer) => unitAt(pointer) === unit)
  return (
    <NumberField
      {...shared}
      isInteger={kind === 'integer'}
      value={typeof value === 'number' || typeof value === 'string' ? value : undefined}
      onChange={onChange}
      {...(isOneUnit ? { suffix: unit, read: (text: string) => readAmount(text, first) } : {})}
    />
  )
}
