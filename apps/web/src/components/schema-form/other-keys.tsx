import type { FieldProps } from '@rjsf/utils'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { AddEntry } from './add-entry.tsx'
import { fieldOptions } from './field-options.ts'
import { useFormScope } from './form-scope.tsx'
import styles from './schema-form.module.css'

interface OtherKeysProps {
  of: FieldProps
  keys: readonly string[]
  children: ReactNode
}

/** Keys of a group that its schema does not know: KAZOO keeps them, so they are shown, editable and never dropped. */
export function OtherKeys({ of, keys, children }: OtherKeysProps) {
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
