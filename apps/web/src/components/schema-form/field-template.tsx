import type { FieldTemplateProps } from '@rjsf/utils'
import { humanise } from '@strata/kazoo-schemas'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import { FieldCell } from './field-cell.tsx'
import { FieldErrors } from './field-errors.tsx'
import { FieldFold } from './field-fold.tsx'
import { FieldGroup } from './field-group.tsx'
import { fieldOptions } from './field-options.ts'
import { fieldPointer } from './field-pointer.ts'
import { FieldRow } from './field-row.tsx'
import { schemaType, subschema } from './field-schema.ts'
import type { FieldTexts } from './field-texts.ts'
import { partIds } from './form-parts.ts'
import { acceptsNothing } from './merge-all-of.ts'
import styles from './schema-form.module.css'

/** Where a field stands: the form itself, a group that folds, an item of a list, a cell of a table, or a row. */
export function FieldTemplate(props: FieldTemplateProps) {
  const t = useTranslations('schemaForm.row')
  const { fieldPathId, uiSchema, label, rawErrors, children } = props
  const options = fieldOptions(uiSchema)
  const name = String(fieldPathId.path.at(-1) ?? '')
  const texts: FieldTexts = {
    id: fieldPathId.$id,
    pointer: fieldPointer(fieldPathId),
    name,
    title: options.hints.title ?? (options.isEntry || label === name ? titleOf(name, options.isEntry) : label),
    description: acceptsNothing(options.schema)
      ? t('contradiction')
      : (options.hints.description ?? options.schema.description),
    errors: rawErrors ?? [],
    isRequired: props.required === true,
  }
  const isRemovable = options.isEntry && props.readonly !== true && props.formData !== undefined
  const canBeJson = props.readonly !== true && options.kind !== 'json' && options.kind !== 'secret'
  if (fieldPathId.path.length === 0) return children
  if (options.cell !== undefined) {
    return (
      <FieldCell texts={texts} number={options.cell}>
        {children}
      </FieldCell>
    )
  }
  if (typeof fieldPathId.path.at(-1) === 'number') {
    return (
      <FieldItem texts={texts} isGroup={isBlock(props)}>
        {children}
      </FieldItem>
    )
  }
  if (options.kind === 'group') {
    return (
      <FieldGroup texts={texts} isFilled={options.holdsErrors || props.formData !== undefined}>
        {children}
      </FieldGroup>
    )
  }
  const row = {
    texts,
    onRemove: isRemovable ? () => props.onChange(undefined, fieldPathId.path, undefined, fieldPathId.$id) : undefined,
    onAsJson: canBeJson ? options.asJson : undefined,
    children,
  }
  const { kind, holdsErrors } = options
  if (kind === 'list' || kind === 'map') {
    return <FieldFold {...row} kind={kind} value={props.formData} isWide={isBlock(props)} holdsErrors={holdsErrors} />
  }
  return <FieldRow {...row} isBlock={isBlock(props)} />
}

/** Keys that operators chose are shown as they are; those of KAZOO read better as words. */
function titleOf(name: string, isEntry: boolean): string {
  return isEntry ? name : humanise(name)
}

/** Whether a value needs the whole width, below its label. */
function isBlock({ uiSchema }: FieldTemplateProps): boolean {
  const { kind, schema, variants } = fieldOptions(uiSchema)
  if (kind === 'list') return isWide(schemaType(subschema(firstOf(schema.items)) ?? {}))
  if (kind === 'variants') return variants?.some(({ schema: own }) => isWide(schemaType(own))) ?? false
  return kind === 'map' || kind === 'group'
}

function isWide(type: ReturnType<typeof schemaType>): boolean {
  return type === undefined || type === 'object'
}

function firstOf<Node>(nodes: Node | Node[] | undefined): Node | undefined {
  return Array.isArray(nodes) ? nodes[0] : nodes
}

/** An item of a list: named for those who cannot see where it stands. */
function FieldItem({ texts, isGroup, children }: { texts: FieldTexts; isGroup: boolean; children: ReactNode }) {
  const { id, title, errors } = texts
  const ids = partIds(id)
  return (
    <div className={classNames(styles.itemBody, isGroup && styles.ofMany, errors.length > 0 && styles.badItem)}>
      <label id={ids.label} htmlFor={id} className={styles.itemTitle}>
        {title}
      </label>
      {children}
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}
