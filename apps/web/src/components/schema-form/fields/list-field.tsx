import type { FieldProps } from '@rjsf/utils'
import type { JsonValue } from '@strata/json'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { ChildField } from '../child-field.tsx'
import { fieldOptions } from '../field-options.ts'
import { fieldPointer } from '../field-pointer.ts'
import { type FieldSchema, listedValues, schemaType, subschema } from '../field-schema.ts'
import { formContext } from '../form-context.ts'
import { useInherited, WholeValue } from '../form-scope.tsx'
import { freeSchema } from '../free-value.ts'
import { InheritedList } from '../inherited-list.tsx'
import { emptyOf } from '../json-type.ts'
import { moved } from '../moved.ts'
import styles from '../schema-form.module.css'
import { useItemKeys } from '../use-item-keys.ts'
import { emptyVariant, variantsOf } from '../variants.ts'

/** A list, set as a whole: an inherited one is taken over before it is changed. */
export function ListField(props: FieldProps) {
  const inherited = useInherited(fieldPointer(props.fieldPathId))
  if (Array.isArray(props.formData)) return <OwnList {...props} items={props.formData} />
  return (
    <InheritedList
      items={Array.isArray(inherited) ? inherited : undefined}
      isReadOnly={props.readonly === true}
      onTakeOver={(items) => props.onChange(items, props.fieldPathId.path)}
      newItem={() => emptyItem(props)}
    />
  )
}

function OwnList({ items, ...props }: FieldProps & { items: readonly JsonValue[] }) {
  const t = useTranslations('schemaForm.list')
  const { schema, hints } = fieldOptions(props.uiSchema)
  const keys = useItemKeys(items.length)
  const list = useRef<HTMLOListElement>(null)
  const added = useRef(false)
  const change = (next: readonly JsonValue[]) => props.onChange([...next], props.fieldPathId.path)

  useEffect(() => {
    if (!added.current) return
    added.current = false
    list.current?.querySelector<HTMLElement>(':scope > li:last-child :is(input, textarea, button)')?.focus()
  })

  function move(from: number, to: number) {
    keys.move(from, to)
    change(moved(items, from, to))
  }

  return (
    <WholeValue>
      {items.length === 0 ? <p className={styles.none}>{t('empty')}</p> : null}
      <ol className={styles.list} ref={list}>
        {items.map((item, index) => (
          <li key={keys.at(index)} className={styles.item}>
            <ChildField
              of={props}
              name={index}
              schema={itemSchema(schema, item)}
              options={{ hints: { title: t('item', { number: String(index + 1) }), ...hints.items } }}
            />
            {props.readonly ? null : (
              <span className={styles.itemButtons}>
                <IconButton
                  size="sm"
                  icon={<ArrowUp />}
                  label={t('moveUp', { number: String(index + 1) })}
                  isDisabled={index === 0}
                  onPress={() => move(index, index - 1)}
                />
                <IconButton
                  size="sm"
                  icon={<ArrowDown />}
                  label={t('moveDown', { number: String(index + 1) })}
                  isDisabled={index === items.length - 1}
                  onPress={() => move(index, index + 1)}
                />
                <IconButton
                  size="sm"
                  icon={<X />}
                  label={t('remove', { number: String(index + 1) })}
                  onPress={() => {
                    keys.remove(index)
                    change(items.toSpliced(index, 1))
                  }}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {props.readonly ? null : (
        <div className={styles.add}>
          <Button
            size="sm"
            variant="quiet"
            icon={<Plus />}
            onPress={() => {
              added.current = true
              change([...items, emptyItem(props)])
            }}
          >
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

function emptyItem({ registry, uiSchema }: FieldProps): JsonValue {
  const { resolve } = formContext(registry)
  const { schema } = fieldOptions(uiSchema)
  const item = resolve(itemSchema(schema, ''))
  const [variant] = variantsOf(item, resolve) ?? []
  const [choice] = listedValues(item)
  return variant === undefined ? (choice ?? emptyOf(schemaType(item) ?? 'string')) : emptyVariant(variant)
}
