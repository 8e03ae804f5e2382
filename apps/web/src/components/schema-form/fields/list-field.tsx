import type { FieldProps } from '@rjsf/utils'
import type { JsonValue } from '@strata/json'
import { Plus } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { ChildField } from '../child-field.tsx'
import { fieldOptions } from '../field-options.ts'
import { fieldPointer } from '../field-pointer.ts'
import { type FieldSchema, listedValues, schemaType, subschema } from '../field-schema.ts'
import { useFolds } from '../folds.tsx'
import { formContext } from '../form-context.ts'
import { useInherited, WholeValue } from '../form-scope.tsx'
import { freeSchema } from '../free-value.ts'
import { InheritedList } from '../inherited-list.tsx'
import { ItemButtons } from '../item-buttons.tsx'
import { ItemTable } from '../item-table.tsx'
import { emptyOf } from '../json-type.ts'
import { moved } from '../moved.ts'
import styles from '../schema-form.module.css'
import { emptyRow, tableColumns } from '../table-columns.ts'
import { type ItemFocus, useItemFocus } from '../use-item-focus.ts'
import { useItemKeys } from '../use-item-keys.ts'
import { emptyVariant, variantsOf } from '../variants.ts'

/** A list, set as a whole: an inherited one is taken over before it is changed. */
export function ListField(props: FieldProps) {
  const pointer = fieldPointer(props.fieldPathId)
  const inherited = useInherited(pointer)
  const folds = useFolds()
  const focus = useRef<ItemFocus>(undefined)
  if (Array.isArray(props.formData)) return <OwnList {...props} items={props.formData} focus={focus} />
  const items: readonly JsonValue[] = Array.isArray(inherited) ? inherited : []
  const isReadable = items.every((item) => typeof item !== 'object')

  function begin(next: JsonValue[]) {
    focus.current = { item: 0, on: 'control' }
    // As long as it held nothing, there was nothing to fold.
    folds.choose(pointer, true)
    props.onChange(next, props.fieldPathId.path)
  }

  return (
    <>
      {isReadable ? null : <OwnList {...props} formData={items} items={items} focus={focus} readonly />}
      <InheritedList
        items={items}
        isShown={isReadable}
        isReadOnly={props.readonly === true}
        onTakeOver={() => begin([...items])}
        onAdd={() => begin([emptyItem(props, items)])}
      />
    </>
  )
}

interface OwnListProps extends FieldProps {
  items: readonly JsonValue[]
  focus: RefObject<ItemFocus | undefined>
}

function OwnList({ items, focus, ...props }: OwnListProps) {
  const t = useTranslations('schemaForm.list')
  const { schema } = fieldOptions(props.uiSchema)
  const inherited = useInherited(fieldPointer(props.fieldPathId))
  const folds = useFolds()
  const keys = useItemKeys(items.length)
  const { holdItems, add } = useItemFocus(focus)
  const columns = columnsOf(props, items)
  const change = (next: readonly JsonValue[]) => props.onChange([...next], props.fieldPathId.path)

  function append() {
    focus.current = { item: items.length, on: 'control' }
    folds.choose(fieldPointer(props.fieldPathId), true)
    change([...items, emptyItem(props, items.length === 0 && Array.isArray(inherited) ? inherited : items)])
  }

  function move(from: number, to: number) {
    keys.move(from, to)
    focus.current = { item: to, on: to < from ? 'up' : 'down' }
    change(moved(items, from, to))
  }

  function remove(index: number) {
    keys.remove(index)
    focus.current = { item: index, on: 'remove' }
    change(items.toSpliced(index, 1))
  }

  const buttons = (index: number) =>
    props.readonly ? null : (
      <ItemButtons index={index} count={items.length} onMove={(to) => move(index, to)} onRemove={() => remove(index)} />
    )

  return (
    <WholeValue>
      {items.length === 0 ? <p className={styles.none}>{t('empty')}</p> : null}
      {columns === undefined ? (
        <ol className={styles.list} ref={holdItems}>
          {items.map((item, index) => (
            <li key={keys.at(index)} className={styles.item}>
              <ChildField
                of={props}
                name={index}
                schema={itemSchema(schema, item)}
                options={{ hints: { title: t('item', { number: String(index + 1) }) } }}
              />
              {buttons(index)}
            </li>
          ))}
        </ol>
      ) : (
        <ItemTable
          of={props}
          schema={resolvedItem(props)}
          items={items}
          columns={columns}
          holdItems={holdItems}
          keyAt={keys.at}
          buttons={buttons}
        />
      )}
      {props.readonly ? null : (
        <div className={styles.add}>
          <Button ref={add} size="sm" variant="quiet" icon={<Plus />} onPress={append}>
            {t('add')}
          </Button>
        </div>
      )}
    </WholeValue>
  )
}

function itemSchema(schema: FieldSchema, item: JsonValue): FieldSchema {
  return Array.isArray(schema.items) ? freeSchema(item) : (subschema(schema.items) ?? freeSchema(item))
}

/** `like` are items as there may be. */
function emptyItem(props: FieldProps, like: readonly JsonValue[]): JsonValue {
  const columns = columnsOf(props, like)
  if (columns !== undefined) return emptyRow(columns, like)
  const { resolve } = formContext(props.registry)
  const item = resolvedItem(props)
  const [variant] = variantsOf(item, resolve) ?? []
  const [choice] = listedValues(item)
  return variant === undefined ? (choice ?? emptyOf(schemaType(item) ?? 'string')) : emptyVariant(variant)
}

function columnsOf(props: FieldProps, items: readonly JsonValue[]) {
  return tableColumns(resolvedItem(props), items, formContext(props.registry).resolve)
}

function resolvedItem({ registry, uiSchema }: FieldProps): FieldSchema {
  return formContext(registry).resolve(itemSchema(fieldOptions(uiSchema).schema, ''))
}
