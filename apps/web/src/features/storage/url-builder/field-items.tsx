import { isJsonObject, type JsonValue } from '@strata/json'
import { type AttachmentDocument, attachmentPath } from '@strata/storage-plan'
import { GripVertical, Plus, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { Menu, MenuItem } from '#web/components/menu.tsx'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import { moved } from '#web/components/schema-form/moved.ts'
import { useItemKeys } from '#web/components/schema-form/use-item-keys.ts'
import { Select } from '#web/components/select.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { errorsBelow, messageAt } from '../document/document-errors.ts'
import { FieldValue } from './field-value.tsx'
import { asKind, type FieldKind, fieldKinds, kindOfField, newField } from './path-field.ts'
import styles from './url-builder.module.css'
import { useMovable } from './use-movable.ts'

interface FieldItemsProps {
  items: readonly JsonValue[]
  /** Of the list, in the settings. */
  pointer: string
  /** What the group is called that the list lies in: `2`, `2.1`; nothing for the path itself. */
  number?: string
  handler: string
  sample: AttachmentDocument
  errors: readonly FormError[]
  isReadOnly: boolean
  onChange: (items: JsonValue[]) => void
}

/** The parts of a path, or of a group of them, in their order. */
export function FieldItems({ items, number = '', onChange, isReadOnly, ...shared }: FieldItemsProps) {
  const t = useTranslations('urlBuilder')
  const keys = useItemKeys(items.length)
  const list = useRef<HTMLOListElement>(null)
  const wasAdded = useRef(false)
  const listId = useId()
  const [announced, announce] = useState('')
  const numberOf = (index: number) => (number === '' ? String(index + 1) : `${number}.${index + 1}`)

  useEffect(() => {
    if (!wasAdded.current) return
    wasAdded.current = false
    list.current?.querySelector<HTMLElement>(':scope > li:last-child [data-kind] button')?.focus()
  })

  function move(from: number, to: number) {
    keys.move(from, to)
    onChange(moved(items, from, to))
    announce(t('moved', { number: numberOf(to), count: items.length }))
  }

  function add(kind: FieldKind) {
    wasAdded.current = true
    onChange([...items, newField(kind)])
  }

  function remove(index: number) {
    keys.remove(index)
    onChange(items.toSpliced(index, 1))
    announce(t('removed', { number: numberOf(index) }))
  }

  return (
    <div className={styles.items}>
      {items.length === 0 ? <p className={styles.help}>{t(number === '' ? 'empty' : 'emptyGroup')}</p> : null}
      <ol ref={list} className={styles.list} aria-label={number === '' ? t('parts') : t('partsOf', { number })}>
        {items.map((item, index) => (
          <FieldItem
            {...shared}
            key={keys.at(index)}
            item={item}
            pointer={`${shared.pointer}/${index}`}
            number={numberOf(index)}
            isReadOnly={isReadOnly}
            place={{ index, count: items.length, list: listId, isDisabled: isReadOnly, onMove: move }}
            onChange={(next) => onChange(items.with(index, next))}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {isReadOnly ? null : (
        <Menu
          placement="bottom start"
          aria-label={t('add')}
          onAction={(key) => add(fieldKinds.find((kind) => kind === key) ?? 'arg')}
          trigger={
            <Button
              size="sm"
              variant="quiet"
              icon={<Plus />}
              {...(number === '' ? {} : { 'aria-label': t('addTo', { number }) })}
            >
              {t('add')}
            </Button>
          }
        >
          {fieldKinds.map((kind) => (
            <MenuItem key={kind} id={kind} description={t(`kinds.${kind}.help`)}>
              {t(`kinds.${kind}.title`)}
            </MenuItem>
          ))}
        </Menu>
      )}
      <VisuallyHidden>
        <p role="status">{announced}</p>
      </VisuallyHidden>
    </div>
  )
}

interface FieldItemProps extends Pick<FieldItemsProps, 'handler' | 'sample' | 'errors' | 'isReadOnly' | 'pointer'> {
  item: JsonValue
  number: string
  place: Parameters<typeof useMovable>[0]
  onChange: (item: JsonValue) => void
  onRemove: () => void
}

/** One part of a path: what it is, what comes of it for the sample, and what is wrong with it. */
function FieldItem(props: FieldItemProps) {
  const { item, number, pointer, handler, sample, errors, isReadOnly, place, onChange, onRemove } = props
  const t = useTranslations('urlBuilder')
  const kind = kindOfField(item)
  const problem = problemOf(errors, pointer, kind === 'group')
  const { handleProps, itemProps } = useMovable(place)
  return (
    <li className={classNames(styles.item, problem !== undefined && styles.bad)}>
      <div className={styles.row} {...itemProps}>
        {isReadOnly ? (
          <span className={styles.number}>{number}</span>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: Firefox does not drag buttons.
          <span
            role="button"
            tabIndex={0}
            className={styles.handle}
            aria-label={t('move', { number })}
            {...handleProps}
          >
            <GripVertical aria-hidden="true" />
          </span>
        )}
        <span className={styles.kind} data-kind={kind ?? ''}>
          {kind === undefined ? (
            <span className={styles.label}>{t('unknown')}</span>
          ) : (
            <Select
              aria-label={t('kind', { number })}
              options={fieldKinds.map((each) => ({ value: each, label: t(`kinds.${each}.title`) }))}
              value={kind}
              isDisabled={isReadOnly}
              onChange={(next) => (next === kind ? undefined : onChange(asKind(item, next)))}
            />
          )}
        </span>
        <span className={styles.value}>
          <FieldValue
            item={item}
            number={number}
            isReadOnly={isReadOnly}
            isInvalid={problem !== undefined}
            onChange={onChange}
          />
        </span>
        <ItemSample item={item} handler={handler} sample={sample} />
        {isReadOnly ? null : <IconButton size="sm" icon={<X />} label={t('remove', { number })} onPress={onRemove} />}
      </div>
      {problem === undefined ? null : <p className={styles.problem}>{problem}</p>}
      {isJsonObject(item) && Array.isArray(item.group) ? (
        <div className={styles.group}>
          <FieldItems
            items={item.group}
            pointer={`${pointer}/group`}
            number={number}
            handler={handler}
            sample={sample}
            errors={errors}
            isReadOnly={isReadOnly}
            onChange={(group) => onChange({ group })}
          />
        </div>
      ) : null}
    </li>
  )
}

/** What is said of a part itself, and of the value in it; the parts of a group say theirs. */
function problemOf(errors: readonly FormError[], pointer: string, isGroup: boolean): string | undefined {
  if (isGroup) return messageAt(errors, pointer) ?? messageAt(errors, `${pointer}/group`)
  const messages = errorsBelow(errors, pointer).map(({ message }) => message)
  return messages.length === 0 ? undefined : [...new Set(messages)].join(' ')
}

/** What a part alone makes of the sample: the same rules that make the whole path. */
function ItemSample({ item, handler, sample }: Pick<FieldItemProps, 'item' | 'handler' | 'sample'>) {
  const t = useTranslations('urlBuilder')
  const made = attachmentPath(handler, { field_list: [item] }, sample)
  return made === '' ? (
    <span className={styles.nothing}>{t('leftOut')}</span>
  ) : (
    <code className={styles.made} title={made}>
      {made}
    </code>
  )
}
