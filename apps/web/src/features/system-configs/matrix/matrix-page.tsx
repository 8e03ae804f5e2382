import type { CategoryDetail } from '@strata/api-types'
import { placeOfKey } from '@strata/layered-config'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorState } from '#web/components/error-state.tsx'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { Skeleton } from '#web/components/skeleton.tsx'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import { useCategoryForm } from '../api/use-category-form.ts'
import { CategoryFrame } from '../draft/category-frame.tsx'
import { useCategoryEditing } from '../draft/use-category-editing.ts'
import { useSettingCount } from '../words/use-setting-count.ts'
import { type GridSelection, selectCell } from './grid-selection.ts'
import { MatrixHeader, MatrixToolbar } from './matrix-header.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { type MatrixSearch, toMatrix } from './routes.ts'
import { useMatrixModel } from './use-matrix-model.ts'

/** One category as a table: its keys by `default`, zones and nodes. */
export function MatrixPage({ category, search }: { category: string; search: MatrixSearch }) {
  const { loaded, error, retry } = useCategoryForm(category)
  const topology = useQuery(topologyQuery())
  useDocumentTitle(category)
  const failed = error ?? topology.error
  if (loaded !== undefined && topology.data !== undefined) {
    return <MatrixEditor key={category} loaded={loaded.detail} form={loaded.form} search={search} />
  }
  if (failed === null) return <Skeleton lines={12} />
  return (
    <ErrorState
      error={failed}
      onRetry={() => {
        retry()
        void topology.refetch()
      }}
    />
  )
}

interface MatrixEditorProps {
  loaded: CategoryDetail
  form: FormValidator
  search: MatrixSearch
}

/** Table and save bar of a category, over one draft: the same that the category's own page edits. */
function MatrixEditor({ loaded, form, search }: MatrixEditorProps) {
  const navigate = useNavigate()
  const editing = useCategoryEditing({ loaded, form, section: 'default', onShow: show })
  const { state, detail } = editing
  const model = useMatrixModel({ detail, form, search, state })
  const { section = 'default', key } = search
  const [selection, setSelection] = useState<GridSelection>(() => {
    const row = (key === undefined ? undefined : rowAt(section, key)) ?? model.rows[0]
    return selectCell({ row: row?.pointer ?? '', column: section })
  })

  function filter(next: MatrixSearch) {
    void navigate({ ...toMatrix(detail.id, next), replace: true })
  }

  function rowAt(column: string, pointer: string) {
    return model.keys.find((row) => {
      const place = placeOfKey(column, row.pointer)
      return pointer === place || pointer.startsWith(`${place}/`)
    })
  }

  function show(column: string, pointer: string) {
    const row = rowAt(column, pointer)
    if (row === undefined) return
    if (!model.axes.rowIndex.has(row.pointer) || !model.axes.columnIndex.has(column)) filter({})
    setSelection(selectCell({ row: row.pointer, column }))
  }

  return (
    <CategoryFrame
      editing={editing}
      header={
        <>
          <MatrixHeader
            detail={detail}
            search={search}
            settings={useSettingCount(form, detail)}
            columns={model.columns}
          />
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
