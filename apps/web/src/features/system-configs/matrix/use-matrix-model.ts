import type { CategoryDetail } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { effectiveSection, type KnownNode, type Sections } from '@strata/layered-config'
import { useMemo } from 'react'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { useFormCheck } from '#web/components/schema-form/use-form-check.ts'
import { useKnownZones } from '../api/use-known-zones.ts'
import type { CategoryDraftState } from '../draft/use-category-draft.ts'
import { useKeyRules } from '../provenance/use-scope.ts'
import { filterRows } from './filter-rows.ts'
import { type GridAxes, gridAxes } from './grid-selection.ts'
import { createCellReader, type ReadCell } from './matrix-cell.ts'
import { type ColumnGroup, type MatrixColumn, matrixColumns } from './matrix-columns.ts'
import { type MatrixRow, matrixRows } from './matrix-rows.ts'
import type { MatrixSearch } from './routes.ts'

export interface MatrixModel {
  /** All keys, also those that are filtered away. */
  readonly keys: readonly MatrixRow[]
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly MatrixColumn[]
  readonly groups: readonly ColumnGroup[]
  readonly axes: GridAxes
  readonly read: ReadCell
  readonly check: (values: JsonObject) => readonly FormError[]
}

interface MatrixParts {
  detail: CategoryDetail
  form: FormValidator
  search: MatrixSearch
  state: CategoryDraftState
}

/** Rows, columns and cells of a category as it is drafted, each made anew only when what it is made of changes. */
export function useMatrixModel({ detail, form, search, state }: MatrixParts): MatrixModel {
  const { category } = state
  const { sections } = category
  const { q, only, in: within } = search
  const drafted = state.drafted.sections
  const topology = useKnownNodes(drafted)
  const keys = useMemo(() => matrixRows(form, drafted), [form, drafted])
  const { columns, groups } = useMemo(() => matrixColumns(drafted, topology, within), [drafted, topology, within])
  const rows = useMemo(
    () =>
      filterRows(keys, { ...(q === undefined ? {} : { q }), ...(only === undefined ? {} : { only }) }, [
        detail.sections,
        drafted,
      ]),
    [keys, q, only, detail, drafted],
  )
  const axes = useMemo(
    () =>
      gridAxes(
        rows.map(({ pointer }) => pointer),
        columns.map(({ section }) => section),
      ),
    [rows, columns],
  )
  const check = useSectionCheck(form, sections.default, detail.defaults)
  const rules = useKeyRules(form)
  const { outcome } = state.drafted
  const read = useMemo(
    () => createCellReader({ stored: detail.sections, drafted: category, rules, outcome, check }),
    [detail, category, rules, outcome, check],
  )
  return { keys, rows, columns, groups, axes, read, check }
}

/** Every node that is known, also one whose zone nobody knows. */
function useKnownNodes(sections: Sections): readonly KnownNode[] {
  const zones = useKnownZones(Object.keys(sections))
  return useMemo(() => zones.flatMap(({ zone, nodes }) => nodes.map((name) => ({ name, zone }))), [zones])
}

function useSectionCheck(form: FormValidator, shared: JsonValue | undefined, defaults: JsonObject) {
  const check = useFormCheck(form)
  return useMemo(() => {
    const sections = shared === undefined ? {} : { default: shared }
    return checkingOnce(check, effectiveSection({ sections, defaults }, 'default'))
  }, [check, shared, defaults])
}

/** Checks the values of a section once, however many of its cells ask. */
function checkingOnce(check: ReturnType<typeof useFormCheck>, inherited: JsonObject): MatrixModel['check'] {
  const known = new WeakMap<JsonObject, readonly FormError[]>()
  return (values) => {
    const found = known.get(values) ?? check(values, inherited).filter(({ isMissing }) => isMissing !== true)
    known.set(values, found)
    return found
  }
}
