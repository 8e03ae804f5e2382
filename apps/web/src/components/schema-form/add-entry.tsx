import type { FieldProps } from '@rjsf/utils'
import { formatPointer, type JsonValue } from '@strata/json'
import { Plus } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Select } from '#web/components/select.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { fieldOptions } from './field-options.ts'
import { fieldPointer } from './field-pointer.ts'
import { type FieldSchema, schemaType } from './field-schema.ts'
import { useFolds } from './folds.tsx'
import { FREE_TYPES } from './free-value.ts'
import { emptyOf } from './json-type.ts'
import { entrySchema, keyProblem, keyShape } from './map-key.ts'
import styles from './schema-form.module.css'
import { enterAdded } from './use-row-keys.ts'

interface AddEntryProps {
  of: FieldProps
  /** Keys that are there already, also inherited ones. */
  taken: readonly string[]
  label?: string
}

type FreeType = keyof typeof FREE_TYPES

/** Asks for the key of a new entry first, and for its type where the schema leaves that open, then inserts it. */
export function AddEntry({ of, taken, label }: AddEntryProps) {
  const t = useTranslations('schemaForm.map')
  const { schema } = fieldOptions(of.uiSchema)
  const [isOpen, setOpen] = useState(false)
  const folds = useFolds()
  const place = useRef<HTMLDivElement>(null)
  const added = useRef<string>(undefined)

  useEffect(() => {
    if (added.current === undefined || !taken.includes(added.current)) return
    const pointer = fieldPointer(of.fieldPathId) + formatPointer([added.current])
    added.current = undefined
    const row = place.current?.parentElement?.querySelector<HTMLElement>(`[data-row="${CSS.escape(pointer)}"]`)
    if (row) enterAdded(row)
  })

  if (of.readonly) return null

  function insert(key: string, value: JsonValue) {
    setOpen(false)
    added.current = key
    // As long as it held nothing, there was nothing to fold.
    folds.choose(fieldPointer(of.fieldPathId), true)
    of.onChange(value, [...of.fieldPathId.path, key])
  }

  if (isOpen) return <NewEntry schema={schema} taken={taken} onAdd={insert} onCancel={() => setOpen(false)} />
  return (
    <div ref={place} className={styles.add}>
      <Button size="sm" variant="quiet" icon={<Plus />} onPress={() => setOpen(true)}>
        {label ?? t('add')}
      </Button>
    </div>
  )
}

interface NewEntryProps {
  schema: FieldSchema
  taken: readonly string[]
  onAdd: (key: string, value: JsonValue) => void
  onCancel: () => void
}

function NewEntry({ schema, taken, onAdd, onCancel }: NewEntryProps) {
  const t = useTranslations('schemaForm.map')
  const [key, setKey] = useState('')
  const [type, setType] = useState<FreeType>('text')
  const [isTried, setTried] = useState(false)
  const problem = keyProblem(schema, taken, key)
  const reason = problem === 'no-match' ? t(`noMatch.${keyShape(schema)}`) : problem && t(`problem.${problem}`)
  const isFree = schema.patternProperties === undefined && entrySchema(schema, key) === undefined
  const id = useId()

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (problem === undefined) onAdd(key, emptyEntry(isFree ? FREE_TYPES[type] : entrySchema(schema, key)))
  }

  return (
    <form className={styles.newEntry} onSubmit={submit} aria-label={t('add')}>
      <TextField
        id={id}
        label={t('key')}
        isCode
        autoFocus
        autoComplete="off"
        spellCheck="false"
        value={key}
        onChange={setKey}
        errorMessage={isTried || key !== '' ? reason : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          // Ctrl+S and the like belong to the page.
          else event.continuePropagation()
        }}
      />
      {isFree ? (
        <Select
          label={t('type')}
          options={typeNames.map((name) => ({ value: name, label: t(`types.${name}`) }))}
          value={type}
          onChange={setType}
        />
      ) : null}
      <div className={styles.newEntryButtons}>
        <Button type="submit" variant="primary">
          {t('insert')}
        </Button>
        <Button onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

const typeNames: readonly FreeType[] = ['text', 'number', 'switch', 'list', 'group', 'json']

function emptyEntry(schema: FieldSchema | undefined): JsonValue {
  return emptyOf(schemaType(schema ?? {}) ?? 'null')
}
