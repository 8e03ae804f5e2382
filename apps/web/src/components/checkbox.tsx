import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './checkbox.module.css'
import field from './field.module.css'
import { FieldParts } from './field.tsx'

export interface CheckboxProps
  extends Omit<CheckboxFieldProps, 'children' | 'className' | 'style' | 'validationBehavior'> {
  children?: ReactNode
  description?: ReactNode
  errorMessage?: string | undefined
}

export function Checkbox({ children, description, errorMessage, ...rest }: CheckboxProps) {
  return (
    <CheckboxField
      isInvalid={errorMessage !== undefined}
      {...rest}
      validationBehavior="aria"
      className={classNames(field.field)}
    >
      <FieldParts description={description} errorMessage={errorMessage}>
        <CheckboxButton className={classNames(styles.checkbox)}>
          {({ isIndeterminate }) => (
            <>
              <span className={styles.mark}>{isIndeterminate ? <Minus /> : <Check />}</span>
              {children}
            </>
          )}
        </CheckboxButton>
      </FieldParts>
    </CheckboxField>
  )
}
