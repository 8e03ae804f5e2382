import type { JsonObject, JsonValue } from '@strata/json'
import { parsePointer } from '@strata/json'
import { useCallback, useEffect, useId, useMemo } from 'react'
import type { FieldHints } from '#web/components/schema-form/field-hints.ts'
import type { FieldSchema } from '#web/components/schema-form/field-schema.ts'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { SchemaForm } from '#web/components/schema-form/schema-form.tsx'
import { useStorageDocument } from '../document/document-context.ts'

interface EntryFieldsProps {
  schema: FieldSchema
  value: JsonObject
  onChange: (next: JsonObject) => void
  /** Shows these fields and no others. Either way all keys keep their values. */
  only?: readonly string[]
  /** Shows all but these, and lets keys be added that the schema does not know, unless it is closed. */
  hidden?: readonly string[]
  hints?: FieldHints
  inherited?: JsonObject
  /** What is stored: secrets that are replaced can be kept after all. */
  before?: JsonObject
  placeholder?: (pointer: string, stated: JsonValue | undefined) => string
  /** With pointers into the value. */
  errors: readonly FormError[]
  isSecret?: (path: readonly string[]) => boolean
}

const noErrors: readonly FormError[] = []

/** Some of the fields of one part of the document, drawn from its schema. */
export function EntryFields({ schema, only, hidden, hints, placeholder, ...rest }: EntryFieldsProps) {
  const document = useStorageDocument()
  const id = useId()
  const { reportUnfinished } = document
  const report = useCallback((problems: readonly FormError[]) => reportUnfinished(id, problems), [id, reportUnfinished])
  const form = useMemo(() => ({ ...document.form, schema }), [document.form, schema])
  const shownHints = useMemo(() => withHidden(hints ?? {}, hidden ?? []), [hints, hidden])
  const isVisible = useMemo(
    () => (only === undefined ? undefined : (pointer: string) => only.includes(parsePointer(pointer)[0] ?? '')),
    [only],
  )

  useEffect(() => () => reportUnfinished(id, noErrors), [id, reportUnfinished])

  return (
    <SchemaForm
      {...rest}
      {...(placeholder === undefined
        ? {}
        : {
            placeholder: (pointer, inherited, stated) => ({
              text: placeholder(pointer, stated),
              ...(inherited === undefined ? {} : { value: inherited }),
            }),
          })}
      form={form}
      hints={shownHints}
      isVisible={isVisible}
      isReadOnly={document.isReadOnly}
      onUnfinished={report}
    />
  )
}

function withHidden(hints: FieldHints, hidden: readonly string[]): FieldHints {
  const hiding = Object.fromEntries(hidden.map((key) => [key, { isHidden: true }]))
  return { ...hints, fields: { ...hints.fields, ...hiding } }
}
