import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Group,
  Input,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import styles from './field.module.css'
import { Kbd } from './kbd.tsx'

export interface SearchFieldProps
  extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** Says what is searched: accessible name, and placeholder unless another is given. */
  label: string
  placeholder?: string
  /** The key that brings the focus here. */
  shortcut?: string
  inputRef?: Ref<HTMLInputElement>
}

/** A filter: Escape clears it. */
export function SearchField({ label, placeholder, shortcut, inputRef, ...rest }: SearchFieldProps) {
  const t = useTranslations('components')
  return (
    <AriaSearchField {...rest} aria-label={label} className={classNames(styles.field)}>
      {({ isEmpty }) => (
        <Group className={classNames(styles.box)} role="presentation">
          <Search aria-hidden="true" />
          <Input
            className={classNames(styles.input, styles.search)}
            placeholder={placeholder ?? label}
            {...(inputRef === undefined ? {} : { ref: inputRef })}
          />
          {isEmpty && shortcut !== undefined ? <Kbd keys={shortcut} /> : null}
          {isEmpty ? null : (
            <Button className={classNames(styles.opener)} aria-label={t('clear')}>
              <X aria-hidden="true" />
            </Button>
          )}
        </Group>
      )}
    </AriaSearchField>
  )
}
