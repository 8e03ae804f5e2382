import { formatPointer, isJsonObject, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { humanise, isConfigSecret } from '@strata/kazoo-schemas'
import { keyOfPlace, type Sections } from '@strata/layered-config'
import { fieldKind } from '#web/components/schema-form/field-kind.ts'
import { type FieldSchema, subschema } from '#web/components/schema-form/field-schema.ts'
import { freeSchema } from '#web/components/schema-form/free-value.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { variantsOf } from '#web/components/schema-form/variants.ts'
import { keyText } from '../words/key-text.ts'

/** What edits the values of a row; `whole` values and secrets are not edited in a matrix. */
export type RowKind = 'number' | 'text' | 'switch' | 'choice' | 'secret' | 'whole'

/** A key as KAZOO reads it: what is declared below it is a row of its own, any other object is read in one. */
export interface MatrixRow {
  readonly pointer: string
  readonly kind: RowKind
  readonly schema: FieldSchema
  readonly title: string
  /** Everything it can be found by. */
  readonly text: string
}

/**
 * The keys of a category: those its schema declares, in its order, and then those that only sections store.
 * - nor is what no node reads (`keyOfPlace`)
 * - `id` is none: it is what KAZOO calls the document when it answers
 */
export function matrixRows(form: FormValidator, sections: Sections): MatrixRow[] {
  const { rows, parents } = declaredRows(form)
  const known = new Set(rows.map(({ pointer }) => pointer))
  const stored = new Map<string, JsonValue>()
  const isDeclared = (pointer: string) => known.has(pointer) || parents.has(pointer)
  for (const [section, values] of Object.entries(sections)) {
    for (const [place, value] of readsOf(values, parents)) {
      const pointer = keyOfPlace(section, place, isDeclared)
      if (pointer === undefined || known.has(pointer) || pointer === '/id' || stored.has(pointer)) continue
      stored.set(pointer, value)
    }
  }
  return [...rows, ...[...stored].map(([pointer, value]) => toRow(form, pointer, freeSchema(value), value))]
}

function declaredRows(form: FormValidator): { rows: MatrixRow[]; parents: ReadonlySet<string> } {
  const parents = new Set<string>()
  function below(schema: FieldSchema, pointer: string): MatrixRow[] {
    return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      const place = pointer + formatPointer([key])
      const declared = form.resolve(subschema(property) ?? {})
      if (Object.keys(declared.properties ?? {}).length === 0) return [toRow(form, place, declared)]
      parents.add(place)
      return below(declared, place)
    })
  }
  return { rows: below(form.resolve(form.schema), '').filter(({ pointer }) => pointer !== '/id'), parents }
}

/** What a section stores, at the pointers it is read at. */
function readsOf(values: JsonObject, parents: ReadonlySet<string>, prefix = ''): [string, JsonValue][] {
  return Object.entries(values).flatMap(([key, value]) => {
    const pointer = prefix + formatPointer([key])
    return parents.has(pointer) && isJsonObject(value) ? readsOf(value, parents, pointer) : [[pointer, value]]
  })
}

function toRow(form: FormValidator, pointer: string, schema: FieldSchema, value?: JsonValue): MatrixRow {
  const tokens = parsePointer(pointer)
  const title = schema.title ?? humanise(tokens.at(-1) ?? '')
  return {
    pointer,
    schema,
    title,
    kind: kindOf(form, schema, isConfigSecret(['default', ...tokens], null), value),
    text: [keyText(pointer), title, schema.description].join(' '),
  }
}

function kindOf(form: FormValidator, schema: FieldSchema, isSecret: boolean, value: JsonValue | undefined): RowKind {
  const kind = fieldKind({ schema, value, isSecret, variants: variantsOf(schema, form.resolve), hints: {} })
  switch (kind) {
    case 'number':
    case 'text':
    case 'switch':
    case 'choice':
    case 'secret':
      return kind
    default:
      return 'whole'
  }
}
