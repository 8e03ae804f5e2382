import type { CategoryDetail, TopologyNode } from '@strata/api-types'
import { placeOfKey } from '@strata/layered-config'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { CategoryFrame } from '../draft/category-frame.tsx'
import { useCategoryEditing } from '../draft/use-category-editing.ts'
import { type GridSelection, selectCell } from './grid-selection.ts'
import { MatrixHeader, MatrixToolbar } from './matrix-header.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { type MatrixSearch, toMatrix } from './routes.ts'
import { useMatrixModel } from './use-matrix-model.ts'

interface MatrixEditorProps {
  loaded: CategoryDetail
  form: FormValidator
  nodes: readonly TopologyNode[]
  search: MatrixSearch
}

/** Table and save bar of a category, over one draft: the same that the category's own page edits. */
export function MatrixEditor({ loaded, form, nodes, search }: MatrixEditorProps) {
  const navigate = useNavigate()
  const editing = useCategoryEditing({ loaded, form, section: 'default', onShow: show })
  const { state, detail } = editing
  const model = useMatrixModel({ detail, form, nodes, search, state })
  const [selection, setSelection] = useState<GridSelection>(() => selectCell({ row: '', column: 'default' }))

  function filter(next: MatrixSearch) {
    void navigate({ ...toMatrix(detail.id, next), replace: true })
  }

  function show(section: string, pointer: string) {
    const row = model.keys.find((key) => {
      const place = placeOfKey(section, key.pointer)
      return pointer === place || pointer.startsWith(`${place}/`)
    })
    if (row === undefined) return
    if (!model.axes.rowIndex.has(row.pointer) || !model.axes.columnIndex.has(section)) filter({})
    setSelection(selectCell({ row: row.pointer, column: section }))
  }

  return (
    <CategoryFrame
      editing={editing}
      header={
        <>
          <MatrixHeader category={detail.id} keys={model.keys.length} sections={model.columns.length} />
          <MatrixToolbar search={search} onFilter={filter} />
        </>
      }
    >
      <MatrixTable
        detail={detail}
        model={model}
        search={search}
        state={state}
        selection={selection}
        isReadOnly={editing.saving.isPending}
        onSelect={setSelection}
        onClearFilter={() => filter({})}
      />
    </CategoryFrame>
  )
}
