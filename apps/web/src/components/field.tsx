import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './field.module.css'

/** What every field says around its control. */
export interface FieldTexts {
  /** Left out where the label stands elsewhere; then give `aria-label` or `aria-labelledby`. */
  label?: ReactNode
  description?: ReactNode
  /** What is wrong and how to mend it; marks the field as invalid. */
  errorMessage?: string | undefined
}

/** The label, the control and the sentences below it, inside one of React Aria's fields. */
export function FieldParts({ label, description, errorMessage, children }: FieldTexts & { children: ReactNode }) {
  return (
    <>
      {label === undefined ? null : <Label className={classNames(styles.label)}>{label}</Label>}
      {children}
      {description === undefined ? null : (
        <Text slot="description" className={classNames(styles.description)}>
          {description}
        </Text>
      )}
      {errorMessage === undefined ? null : <FieldError className={classNames(styles.error)}>{errorMessage}</FieldError>}
    </>
  )
}
