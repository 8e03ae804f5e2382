import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import field from './field.module.css'
import { FieldParts } from './field.tsx'
import styles from './switch.module.css'

export interface SwitchProps extends Omit<SwitchFieldProps, 'children' | 'className' | 'style' | 'validationBehavior'> {
  children?: ReactNode
  description?: ReactNode
}

export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} validationBehavior="aria" className={classNames(field.field)}>
      <FieldParts description={description}>
        <SwitchButton className={classNames(styles.switch)}>
          <span className={styles.track} />
          {children}
        </SwitchButton>
      </FieldParts>
    </SwitchField>
  )
}
