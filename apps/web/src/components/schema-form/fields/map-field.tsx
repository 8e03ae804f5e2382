import type { FieldProps } from '@rjsf/utils'
import { formatPointer } from '@strata/json'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import { AddEntry } from '../add-entry.tsx'
import { fieldPointer } from '../field-pointer.ts'
import { useFormScope, useKeys } from '../form-scope.tsx'
import { MapEntries } from '../map-entries.tsx'
import styles from '../schema-form.module.css'

/** An object whose keys are the operator's own. Inherited entries stand among them and are overridden one by one. */
export function MapField(props: FieldProps) {
  const t = useTranslations('schemaForm.map')
  const { isVisible } = useFormScope()
  const pointer = fieldPointer(props.fieldPathId)
  const keys = useKeys(pointer, props.formData)
  return (
    <div className={classNames(styles.map, keys.length === 0 && styles.empty)}>
      {keys.length === 0 ? <p className={styles.none}>{t('none')}</p> : null}
      <MapEntries of={props} keys={keys.filter((key) => isVisible(pointer + formatPointer([key])))} />
      <AddEntry of={props} taken={keys} />
    </div>
  )
}
