import type { ReactNode, Ref } from 'react'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Group,
  Input,
  TextArea,
} from 'react-aria-components'
import { classNames } from '#web/lib/class-names.ts'
import styles from './field.module.css'
import { FieldParts, type FieldTexts } from './field.tsx'

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'validationBehavior' | 'prefix'>,
    FieldTexts {
  placeholder?: string | undefined
  /** Inside the box, before and after the text: an icon, a unit. */
  prefix?: ReactNode
  suffix?: ReactNode
  /** Monospaced: ids, patterns, keys. */
  isCode?: boolean
  /** Several lines, at least this many. */
  rows?: number
  className?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}

export function TextField({
  label,
  description,
  errorMessage,
  placeholder,
  prefix,
  suffix,
  isCode = false,
  rows,
  className,
  inputRef,
  ...rest
}: TextFieldProps) {
  const inputClass = classNames(styles.input, isCode && styles.code, rows !== undefined && styles.area)
  const input = { className: inputClass, autoCapitalize: 'none', ...(placeholder === undefined ? {} : { placeholder }) }
  return (
    <AriaTextField
      isInvalid={errorMessage !== undefined}
      {...rest}
      validationBehavior="aria"
      className={classNames(styles.field, className)}
    >
      <FieldParts label={label} description={description} errorMessage={errorMessage}>
        <Group className={classNames(styles.box)} role="presentation">
          {prefix}
          {rows === undefined ? (
            <Input {...input} {...(inputRef === undefined ? {} : { ref: inputRef })} />
          ) : (
            <TextArea {...input} rows={rows} />
          )}
          {suffix === undefined ? null : <span className={styles.beside}>{suffix}</span>}
        </Group>
      </FieldParts>
    </AriaTextField>
  )
}
