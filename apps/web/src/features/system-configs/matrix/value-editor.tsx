import type { JsonValue } from '@strata/json'
import type { FormEvent, RefObject } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Segmented } from '#web/components/segmented.tsx'
import { ChoiceSelect } from './chosen-value.tsx'
import styles from './selection-bar.module.css'
import { TypedField, useTypedValue } from './typed-value.tsx'
import type { ChosenControl, TypedControl } from './value-control.ts'

interface ValueEditorProps<Control> {
  control: Control
  /** What all selected cells set. */
  value: JsonValue | undefined
  placeholder: string
  /** How many cells are selected. */
  count: number
  isReadOnly: boolean
  /** What is wrong with a value for the selected cells; undefined for nothing. */
  check: (value: JsonValue) => string | undefined
  onSet: (value: JsonValue) => void
  /** Gives up: the focus goes back to the cells. */
  onLeave: () => void
  /** Around the field, so that whoever begins to type in a cell is led to it. */
  field: RefObject<HTMLDivElement | null>
}

/** Edits the value of all selected cells by a control for their type. */
export function ValueEditor(props: ValueEditorProps<TypedControl | ChosenControl>) {
  const { control, field } = props
  return (
    <div ref={field} className={styles.editor}>
      {control.kind === 'number' || control.kind === 'text' ? (
        <TypedValue {...props} control={control} />
      ) : (
        <ChosenValue {...props} control={control} />
      )}
    </div>
  )
}

/** Typed, and set with Enter. */
function TypedValue(props: ValueEditorProps<TypedControl>) {
  const { control, value, placeholder, count, isReadOnly, check, onSet, onLeave } = props
  const t = useTranslations('matrix.bar')
  const typed = useTypedValue(control, value, check)

  function submit(event: FormEvent) {
    event.preventDefault()
    const accepted = typed.accept()
    if (accepted !== undefined) onSet(accepted)
  }

  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <TypedField
        control={control}
        typed={typed}
        label={t('value')}
        placeholder={placeholder}
        isReadOnly={isReadOnly}
      />
      <Button type="submit" variant="primary" isDisabled={isReadOnly}>
        {t('apply', { count })}
      </Button>
    </form>
  )
}

/** Chosen, and set at once. */
function ChosenValue(props: ValueEditorProps<ChosenControl>) {
  const { control, value, placeholder, count, isReadOnly, onSet } = props
  const t = useTranslations('matrix.bar')
  return (
    <div className={styles.form}>
      {control.kind === 'switch' ? (
        <Segmented
          aria-label={t('value')}
          isDisabled={isReadOnly}
          options={[
            { value: 'on', label: t('on') },
            { value: 'off', label: t('off') },
          ]}
          value={value === true ? 'on' : value === false ? 'off' : ''}
          onChange={(next) => onSet(next === 'on')}
        />
      ) : (
        <ChoiceSelect
          control={control}
          value={value}
          label={t('value')}
          placeholder={placeholder}
          isReadOnly={isReadOnly}
          onSet={onSet}
        />
      )}
      <span className={styles.hint}>{t('choose', { count })}</span>
    </div>
  )
}
