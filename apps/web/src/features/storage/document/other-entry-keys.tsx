import type { JsonObject } from '@strata/json'
import type { FieldSchema } from '#web/components/schema-form/field-schema.ts'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import styles from '../entries/entry-editor.module.css'
import { EntryFields } from '../entries/entry-fields.tsx'

interface OtherEntryKeysProps {
  title: string
  value: JsonObject
  /** Keys that have their own place in the form. */
  known: readonly string[]
  onChange: (next: JsonObject) => void
  errors: readonly FormError[]
}

const anyKeys: FieldSchema = { type: 'object', properties: {}, additionalProperties: false }

/** What a part of the document holds beyond what its schema knows: kept, shown, and free to be edited. */
export function OtherEntryKeys({ title, value, known, onChange, errors }: OtherEntryKeysProps) {
  if (Object.keys(value).every((key) => known.includes(key))) return null
  return (
    <section className={styles.other} aria-label={title}>
      <EntryFields schema={anyKeys} value={value} onChange={onChange} hidden={known} errors={errors} />
    </section>
  )
}
