import { deepEqual, type JsonValue } from '@strata/json'
import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { keyText } from '../words/key-text.ts'
import styles from './cell-editor.module.css'
import { ChoiceSelect } from './chosen-value.tsx'
import type { SelectedCell } from './selection-bar.tsx'
import { TypedField, useTypedValue } from './typed-value.tsx'
import type { ChosenControl, TypedControl } from './value-control.ts'

export interface CellEditorHandle {
  /** Sets what was typed; false where something is wrong with it, which is said then. */
  readonly commit: () => boolean
}

interface CellEditorProps {
  control: TypedControl | ChosenControl
  cell: SelectedCell
  /** What the cell sets, where that may be shown. */
  value: JsonValue | undefined
  /** What is read in the cell. */
  reading: string
  check: (value: JsonValue) => string | undefined
  onSet: (value: JsonValue) => void
  /** Something else has the focus now. */
  onLeave: () => void
  /** Nothing is chosen any more. */
  onClose: () => void
  ref: Ref<CellEditorHandle>
}

/** Edits one cell in its place. The keys that end it are the grid's. */
export function CellEditor(props: CellEditorProps) {
  const { control } = props
  const t = useTranslations('matrix.cell')
  const label = t('label', { key: keyText(props.cell.row.pointer), section: props.cell.section })

  const frame = useRef<HTMLDivElement>(null)
  // Its cell is in sight, but it is wider than that.
  useLayoutEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])

  return (
    <div ref={frame} className={styles.editor} data-editor="">
      {control.kind === 'number' || control.kind === 'text' ? (
        <TypedCell {...props} control={control} label={label} />
      ) : (
        <ChosenCell {...props} control={control} label={label} />
      )}
    </div>
  )
}

interface CellProps<Control> extends Omit<CellEditorProps, 'control'> {
  control: Control
  label: string
}

function TypedCell({ control, label, value, reading, check, onSet, onLeave, ref }: CellProps<TypedControl>) {
  const typed = useTypedValue(control, value, check)
  const input = useRef<HTMLInputElement>(null)
  // Before the character arrives that began it: that one replaces all there is.
  useLayoutEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  function commit(): boolean {
    if (deepEqual(typed.draft ?? null, value ?? null)) return true
    const accepted = typed.accept()
    if (accepted === undefined) return false
    onSet(accepted)
    return true
  }

  useImperativeHandle(ref, () => ({ commit }))
  return (
    <TypedField
      control={control}
      typed={typed}
      label={label}
      placeholder={reading}
      inputRef={input}
      onBlur={({ target }) => {
        // A window that is left keeps its focus.
        if (document.activeElement !== target) onLeave()
      }}
    />
  )
}

function ChosenCell({ control, label, value, reading, onSet, onClose, ref }: CellProps<ChosenControl>) {
  useImperativeHandle(ref, () => ({ commit: () => true }))
  return (
    <ChoiceSelect
      control={control}
      value={value}
      label={label}
      placeholder={reading}
      defaultOpen
      onSet={onSet}
      onClose={onClose}
    />
  )
}
