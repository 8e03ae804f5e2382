import type { UiSchema } from '@rjsf/utils'
import type { FieldHints } from './field-hints.ts'
import type { FieldKind } from './field-kind.ts'
import type { FieldSchema } from './field-schema.ts'
import type { Variant } from './variants.ts'

/** What travels with a field through RJSF: what its parent knows of it, and what its schema was found to mean. */
export interface FieldOptions {
  readonly hints: FieldHints
  /** An entry of a map, or a key the schema does not know: it can be taken away. */
  readonly isEntry: boolean
  /** Edits a value that no schema describes as JSON, to make it another type. */
  readonly asJson: (() => void) | undefined
  /** It stands in a table, in the row of the item of this number. */
  readonly cell: number | undefined
  readonly kind: FieldKind
  /** With references followed. */
  readonly schema: FieldSchema
  readonly variants: readonly Variant[] | undefined
  /** Something in it is wrong. */
  readonly holdsErrors: boolean
  /** Keys of the group that are edited elsewhere. */
  readonly omit: readonly string[]
}

const NOTHING_KNOWN: FieldOptions = {
  hints: {},
  isEntry: false,
  asJson: undefined,
  cell: undefined,
  kind: 'json',
  schema: {},
  variants: undefined,
  holdsErrors: false,
  omit: [],
}

export function toUiSchema(options: Partial<FieldOptions>): UiSchema {
  return { 'ui:options': { ...options } }
}

export function fieldOptions(uiSchema: UiSchema | undefined): FieldOptions {
  return { ...NOTHING_KNOWN, ...uiSchema?.['ui:options'] }
}
