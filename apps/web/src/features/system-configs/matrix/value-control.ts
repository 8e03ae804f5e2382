import { deepEqual } from '@strata/json'
import { listedValues } from '#web/components/schema-form/field-schema.ts'
import type { MatrixRow, RowKind } from './matrix-rows.ts'

interface Control<Kind extends RowKind> {
  readonly kind: Kind
  readonly row: MatrixRow
}

export type TypedControl = Control<'number'> | Control<'text'>

/** Chosen among a few values. */
export type ChosenControl = Control<'switch'> | Control<'choice'>

/** The control that edits all selected keys, or why none does. */
export type ValueControl =
  | TypedControl
  | ChosenControl
  | {
      readonly kind: 'refused'
      readonly reason: 'secret' | 'whole' | 'types' | 'choices'
      readonly kinds: readonly RowKind[]
    }

/**
 * How the values of several keys are edited at once.
 * - only keys of one type are, and for choices only those that list the same values
 * - secrets, and what is read as a whole, are edited where all of them is in sight
 */
export function valueControl(rows: readonly MatrixRow[]): ValueControl | undefined {
  const [row] = rows
  if (row === undefined) return undefined
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  const { kind } = row
  if (kinds.length > 1) return { kind: 'refused', reason: 'types', kinds }
  if (kind === 'secret' || kind === 'whole') return { kind: 'refused', reason: kind, kinds }
  if (kind === 'number' || kind === 'text') return { kind, row }
  const isSame = rows.every(({ schema }) => deepEqual(listedValues(schema), listedValues(row.schema)))
  return kind === 'choice' && !isSame ? { kind: 'refused', reason: 'choices', kinds } : { kind, row }
}
