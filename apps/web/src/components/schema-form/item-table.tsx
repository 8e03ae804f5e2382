import { type FieldProps, toFieldPathId } from '@rjsf/utils'
import type { JsonValue } from '@strata/json'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ChildField } from './child-field.tsx'
import { FieldErrors } from './field-errors.tsx'
import type { FieldSchema } from './field-schema.ts'
import { partIds } from './form-parts.ts'
import styles from './item-table.module.css'
import { FreeEntry } from './map-entries.tsx'
import type { TableColumn } from './table-columns.ts'

interface ItemTableProps {
  of: FieldProps
  schema: FieldSchema
  items: readonly JsonValue[]
  columns: readonly TableColumn[]
  holdItems: (body: HTMLElement | null) => void
  keyAt: (index: number) => number | undefined
  /** What can be done with an item; nothing where nothing can be changed. */
  buttons: (index: number) => ReactNode
}

/** A list of objects that have the same few fields: a row an item, a column a field. */
export function ItemTable({ of, schema, items, columns, holdItems, keyAt, buttons }: ItemTableProps) {
  const t = useTranslations('schemaForm.list')
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table} aria-labelledby={partIds(of.fieldPathId.$id).label}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.hidden}>{t('number')}</span>
            </th>
            {columns.map(({ name, title }) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody ref={holdItems}>
          {items.map((item, index) => (
            <tr key={keyAt(index)}>
              <ItemCells of={itemProps(of, { schema, item, index })} number={index + 1} columns={columns} />
              <td>{buttons(index)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ItemCellsProps {
  of: FieldProps
  number: number
  columns: readonly TableColumn[]
}

function ItemCells({ of, number, columns }: ItemCellsProps) {
  const { $id } = of.fieldPathId
  return (
    <>
      <th scope="row">
        {number}
        <FieldErrors id={$id} errors={of.errorSchema?.__errors ?? []} />
      </th>
      {columns.map(({ name, schema }) => (
        <td key={name}>
          {schema === undefined ? (
            <FreeEntry of={of} name={name} cell={number} />
          ) : (
            <ChildField of={of} name={name} schema={schema} options={{ cell: number }} />
          )}
        </td>
      ))}
    </>
  )
}

/** What an item's own fields are given, which no field stands around. */
function itemProps(
  of: FieldProps,
  { schema, item, index }: { schema: FieldSchema; item: JsonValue; index: number },
): FieldProps {
  return {
    ...of,
    schema,
    formData: item,
    errorSchema: of.errorSchema?.[index] ?? {},
    fieldPathId: toFieldPathId(index, of.registry.globalFormOptions, of.fieldPathId),
  }
}
