import type { JsonObject, JsonValue } from '@strata/json'
import { parsePointer } from '@strata/json'
import { useCallback, useEffect, useId, useMemo } from 'react'
import type { FieldHints } from '#web/components/schema-form/field-hints.ts'
import type { FieldSchema } from '#web/components/schema-form/field-schema.ts'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { SchemaForm } from '#web/components/schema-form/schema-form.tsx'
import { useStorageDocument } from './document-context.ts'

interface EntryFieldsProps {
  schema: FieldSchema
  value: JsonObject
  onChange: (next: JsonObject) => void
  /** Which of the value's keys this group is about; the others keep their values out of sight. */
  isShown: (key: string) => boolean
  hints?: FieldHints
  inherited?: JsonObject
  placeholder?: (pointer: string, stated: JsonValue | undefined) => string
  /** With pointers into the value. */
  errors: readonly FormError[]
  isSecret?: (path: readonly string[]) => boolean
}

const nothing: readonly FormError[] = []

/** Some of the fields of one part of the document, drawn from its schema. */
export function EntryFields({ schema, isShown, placeholder, ...rest }: EntryFieldsProps) {
  const document = useStorageDocument()
  const id = useId()
  const { reportUnfinished } = document
  const report = useCallback((problems: readonly FormError[]) => reportUnfinished(id, problems), [id, reportUnfinished])
  const form = useMemo(() => ({ ...document.form, schema }), [document.form, schema])
  const isVisible = useCallback((pointer: string) => isShown(parsePointer(pointer)[0] ?? ''), [isShown])

  useEffect(() => () => reportUnfinished(id, nothing), [id, reportUnfinished])

  return (
    <SchemaForm
      {...rest}
      form={form}
      {...(placeholder === undefined
        ? {}
        : {
            placeholder: (pointer: string, _inherited: JsonValue | undefined, stated: JsonValue | undefined) =>
              placeholder(pointer, stated),
          })}
      isVisible={isVisible}
      isReadOnly={document.isReadOnly}
      onUnfinished={report}
    />
  )
}
