import type { CategoryDetail } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue, setAt } from '@strata/json'
import { sectionValues } from '@strata/layered-config'
import { EyeOff, Pin, TriangleAlert } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useNarrow } from '#web/lib/window-width.ts'
import type { CategoryDraftState } from '../draft/use-category-draft.ts'
import { resettingOperations, settingOperations } from './cell-operations.ts'
import { type CellPlace, type GridSelection, selectedCells } from './grid-selection.ts'
import grid from './matrix-grid.module.css'
import { MatrixGrid } from './matrix-grid.tsx'
import styles from './matrix-table.module.css'
import type { MatrixSearch } from './routes.ts'
import { type SelectedCell, SelectionBar } from './selection-bar.tsx'
import { useCellWords } from './use-cell-words.ts'
import type { MatrixModel } from './use-matrix-model.ts'

interface MatrixTableProps {
  detail: CategoryDetail
  model: MatrixModel
  search: MatrixSearch
  state: CategoryDraftState
  selection: GridSelection
  isReadOnly: boolean
  onSelect: (selection: GridSelection) => void
  onClearFilter: () => void
}

/** The table with what edits it: what is selected, its value, and what the looks of the cells mean. */
export function MatrixTable(props: MatrixTableProps) {
  const { detail, model, search, state, selection, isReadOnly, onSelect, onClearFilter } = props
  const { rows, columns, groups, axes, read } = model
  const words = useCellWords()
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const selected = useMemo(() => selectedCells(selection, axes), [selection, axes])
  const places = useMemo(() => activeFirst(selected.places(), selected.active, axes), [selected, axes])
  const cells = useMemo(() => cellsAt(places, model), [places, model])
  const [active] = cells
  const documents = { stored: detail.sections, drafted: state.drafted.sections }

  function apply(operations: ReturnType<typeof settingOperations>) {
    if (operations.length > 0 && !isReadOnly) state.dispatch({ type: 'apply', detail, operations })
    leave()
  }

  function leave() {
    frame.current?.querySelector<HTMLElement>('[role="gridcell"][data-active]')?.focus({ preventScroll: true })
  }

  if (active === undefined) return <Nothing search={search} onClear={onClearFilter} />
  return (
    <div ref={frame} className={styles.frame}>
      <SelectionBar
        category={detail.id}
        cells={cells}
        reading={words.short(active.cell, active.row)}
        facts={words.whole(active.cell, active.row)}
        isReadOnly={isReadOnly}
        check={(value) => problemWith(value, cells, documents.drafted, model.check)}
        onSet={(value) => apply(settingOperations(documents.drafted, places, value))}
        onReset={() => apply(resettingOperations(documents, places))}
        onLeave={leave}
        field={field}
      />
      <MatrixGrid
        category={detail.id}
        rows={rows}
        columns={columns}
        groups={groups}
        axes={axes}
        read={read}
        words={words}
        selection={selection}
        selected={selected}
        onSelect={onSelect}
        onEdit={() => focusField(field.current)}
        onReset={() => apply(resettingOperations(documents, places))}
      />
      <MatrixLegend />
    </div>
  )
}

function Nothing({ search, onClear }: { search: MatrixSearch; onClear: () => void }) {
  const t = useTranslations('matrix.filter')
  const isOnly = search.q === undefined && search.in === undefined
  const text =
    isOnly && search.only !== undefined
      ? ({ differing: 'noneDiffering', set: 'noneSet' } as const)[search.only]
      : 'noneText'
  return (
    <EmptyState title={t('none')} action={<Button onPress={onClear}>{t('clear')}</Button>}>
      {t(text)}
    </EmptyState>
  )
}

function activeFirst(
  places: readonly CellPlace[],
  active: { row: number; column: number },
  { rows, columns }: MatrixModel['axes'],
): CellPlace[] {
  const [row, column] = [rows[active.row], columns[active.column]]
  const isActive = (place: CellPlace) => place.row === row && place.column === column
  const first = places.find(isActive)
  return first === undefined ? [...places] : [first, ...places.filter((place) => !isActive(place))]
}

function cellsAt(places: readonly CellPlace[], { axes, rows, columns, read }: MatrixModel): SelectedCell[] {
  return places.flatMap((place) => {
    const row = rows[axes.rowIndex.get(place.row) ?? -1]
    const column = columns[axes.columnIndex.get(place.column) ?? -1]
    return row === undefined || column === undefined
      ? []
      : [{ row, section: column.section, cell: read(row.pointer, column) }]
  })
}

/** What the schema says against a value in the section of the first cell, for all keys that are selected. */
function problemWith(
  value: JsonValue,
  cells: readonly SelectedCell[],
  sections: JsonObject,
  check: MatrixModel['check'],
): string | undefined {
  const pointers = new Set(cells.map(({ row }) => row.pointer))
  const [first] = cells
  if (first === undefined) return undefined
  const values = [...pointers].reduce<JsonValue>(
    (made, pointer) => setAt(made, pointer, value),
    sectionValues(sections, first.section),
  )
  if (!isJsonObject(values)) return undefined
  return check(values).find(({ pointer }) => pointers.has(pointer))?.message
}

/** All of the text there is selected, so that typing replaces it. Where nothing edits the value, a link leads on. */
function focusField(field: HTMLElement | null): void {
  const control = field?.querySelector<HTMLElement>('input, [role="radio"], button[aria-haspopup], a')
  control?.focus()
  if (control instanceof HTMLInputElement) control.select()
}

/** What the looks of the cells mean. */
function MatrixLegend() {
  const t = useTranslations('matrix.legend')
  const samples = [
    { name: 'set', look: grid.set },
    { name: 'inherited', look: undefined },
    { name: 'builtIn', look: grid.builtIn },
    { name: 'noise', look: classNames(grid.set, grid.noise) },
    { name: 'unsaved', look: classNames(grid.set, grid.unsaved) },
    { name: 'depends', look: grid.depends },
  ] as const
  const texts = { builtIn: t('sampleBuiltIn'), depends: t('sampleDepends') }
  const isNarrow = useNarrow()
  const entries = (
    <ul className={styles.legend} aria-label={t('label')}>
      {samples.map(({ name, look }) => (
        <li key={name}>
          <span className={classNames(styles.sample, look)} aria-hidden="true">
            {name === 'builtIn' || name === 'depends' ? texts[name] : t('sample')}
          </span>
          {t(name)}
        </li>
      ))}
      <li>
        <Pin aria-hidden="true" />
        {t('pin')}
      </li>
      <li>
        <EyeOff aria-hidden="true" />
        {t('masked')}
      </li>
      <li className={styles.bad}>
        <TriangleAlert aria-hidden="true" />
        {t('invalid')}
      </li>
    </ul>
  )
  if (!isNarrow) return entries
  return (
    <details className={styles.fold}>
      <summary>{t('label')}</summary>
      {entries}
    </details>
  )
}
