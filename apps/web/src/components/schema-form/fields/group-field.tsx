import type { FieldProps } from '@rjsf/utils'
import { formatPointer } from '@strata/json'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { AddEntry } from '../add-entry.tsx'
import { ChildField } from '../child-field.tsx'
import { fieldOptions } from '../field-options.ts'
import { fieldPointer } from '../field-pointer.ts'
import { subschema } from '../field-schema.ts'
import { useFormScope, useKeys } from '../form-scope.tsx'
import { MapEntries } from '../map-entries.tsx'
import styles from '../schema-form.module.css'

/** An object with declared fields, and below them the keys its schema does not know. */
export function GroupField(props: FieldProps) {
  const { hints, schema, omit } = fieldOptions(props.uiSchema)
  const { isVisible } = useFormScope()
  const pointer = fieldPointer(props.fieldPathId)
  const isShown = (key: string) =>
    !omit.includes(key) && hints.fields?.[key]?.isHidden !== true && isVisible(pointer + formatPointer([key]))
  const properties = Object.entries(schema.properties ?? {})
  const present = useKeys(pointer, props.formData)
  const others = present.filter((key) => !Object.hasOwn(schema.properties ?? {}, key) && isShown(key))
  return (
    <>
      {properties.map(([key, property]) =>
        isShown(key) ? (
          <ChildField
            key={key}
            of={props}
            name={key}
            schema={subschema(property) ?? {}}
            options={{ hints: hints.fields?.[key] ?? {} }}
          />
        ) : null,
      )}
      <OtherKeys of={props} keys={others}>
        <MapEntries of={props} keys={others} />
      </OtherKeys>
    </>
  )
}

interface OtherKeysProps {
  of: FieldProps
  keys: readonly string[]
  children: ReactNode
}

/** Keys of a group that its schema does not know: KAZOO keeps them, so they are shown, editable and never dropped. */
function OtherKeys({ of, keys, children }: OtherKeysProps) {
  const t = useTranslations('schemaForm.otherKeys')
  const { schema } = fieldOptions(of.uiSchema)
  const { isFiltered } = useFormScope()
  const isRoot = of.fieldPathId.path.length === 0
  const isAll = Object.keys(schema.properties ?? {}).length === 0
  const isForeseen = schema.patternProperties !== undefined || typeof schema.additionalProperties === 'object'
  const isClosed = schema.additionalProperties === false && schema.patternProperties === undefined
  if (keys.length === 0 && (isClosed || !(isRoot || isForeseen))) return null
  return (
    <section className={styles.otherKeys} aria-label={t('title')}>
      {keys.length === 0 || isAll ? null : (
        <header className={styles.otherKeysHead}>
          <h3>{t('title')}</h3>
          <p>{t('description')}</p>
        </header>
      )}
      {children}
      {isClosed || isFiltered ? null : <AddEntry of={of} taken={keys} label={t(isAll ? 'addAny' : 'add')} />}
    </section>
  )
}
