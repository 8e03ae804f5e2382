import type { CategoryDetail } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue, setAt } from '@strata/json'
import { sectionValues } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { EmptyState } from '#web/components/empty-state.tsx'
import type { CategoryDraftState } from '../draft/use-category-draft.ts'
import { toCategory } from '../routes.ts'
import { CellEditor } from './cell-editor.tsx'
import { resettingOperations, settingOperations } from './cell-operations.ts'
import { type CellPlace, type GridSelection, selectedCells } from './grid-selection.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixLegend } from './matrix-legend.tsx'
import styles from './matrix-table.module.css'
import type { MatrixSearch } from './routes.ts'
import { commonValue, type SelectedCell, SelectionBar } from './selection-bar.tsx'
import { useCellEditing } from './use-cell-editing.ts'
import { useCellWords } from './use-cell-words.ts'
import type { MatrixModel } from './use-matrix-model.ts'
import { valueControl } from './value-control.ts'

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
  // A cell alone is edited in its place; several are in the bar, which also says why something is not edited here.
  const control = active !== undefined && cells.length === 1 && !isReadOnly ? valueControl([active.row]) : undefined
  const inCell = control?.kind === 'refused' ? undefined : control
  const editing = useCellEditing(active === undefined ? '' : `${active.section} ${active.row.pointer}`)
  const documents = { stored: detail.sections, drafted: state.drafted.sections }

  function apply(operations: ReturnType<typeof settingOperations>) {
    if (operations.length > 0 && !isReadOnly) state.dispatch({ type: 'apply', detail, operations })
  }

  function set(value: JsonValue) {
    apply(settingOperations(documents.drafted, places, value))
  }

  function reset() {
    apply(resettingOperations(documents, places))
  }

  function check(value: JsonValue) {
    return problemWith(value, cells, documents.drafted, model.check)
  }

  /** By a key: the focus goes back to the cell, from where keys lead on. */
  function commit() {
    const isDone = editing.commit()
    if (isDone) focusCell()
    return isDone
  }

  function giveUp() {
    editing.close()
    focusCell()
  }

  function focusCell() {
    frame.current?.querySelector<HTMLElement>('[role="gridcell"][data-active]')?.focus({ preventScroll: true })
  }

  if (active === undefined) return <Nothing category={detail.id} search={search} onClear={onClearFilter} />
  return (
    <div ref={frame} className={styles.frame}>
      <SelectionBar
        category={detail.id}
        cells={cells}
        reading={words.short(active.cell, active.row)}
        facts={words.whole(active.cell, active.row)}
        isReadOnly={isReadOnly}
        isInCell={editing.isOpen}
        check={check}
        onSet={(value) => {
          set(value)
          focusCell()
        }}
        onReset={() => {
          reset()
          focusCell()
        }}
        onLeave={focusCell}
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
        editor={
          editing.isOpen && inCell !== undefined ? (
            <CellEditor
              ref={editing.editor}
              control={inCell}
              cell={active}
              value={commonValue(cells)}
              reading={words.short(active.cell, active.row)}
              check={check}
              onSet={set}
              onLeave={editing.commit}
              onClose={giveUp}
            />
          ) : undefined
        }
        onSelect={(next) => {
          if (editing.commit()) onSelect(next)
        }}
        onEdit={() => (inCell === undefined ? focusField(field.current) : editing.open())}
        onCommit={commit}
        onGiveUp={giveUp}
        onReset={reset}
      />
      <MatrixLegend />
    </div>
  )
}

interface NothingProps {
  category: string
  search: MatrixSearch
  onClear: () => void
}

function Nothing({ category, search, onClear }: NothingProps) {
  const t = useTranslations('matrix.filter')
  const isOnly = search.q === undefined && search.in === undefined
  if (isOnly && search.only === undefined) {
    return (
      <EmptyState title={t('noKeys')} action={<Link {...toCategory(category)}>{t('toForm')}</Link>}>
        {t('noKeysText')}
      </EmptyState>
    )
  }
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
