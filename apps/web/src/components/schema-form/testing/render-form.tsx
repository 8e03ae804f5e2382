import type { JsonObject } from '@strata/json'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { en } from '#web/texts/en/index.ts'
import type { FormValidator } from '../load-validator.ts'
import { SchemaForm, type SchemaFormProps } from '../schema-form.tsx'
import { useFormCheck } from '../use-form-check.ts'
import { compileForm } from './compile-form.ts'

export const field = (name: string) => screen.getByRole('textbox', { name })
export const button = (name: string) => screen.getByRole('button', { name })
export const option = (name: string) => screen.getByRole('radio', { name })

/** How a stored secret reads. */
export const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }

interface Setting extends Partial<Omit<SchemaFormProps, 'form' | 'value' | 'onChange'>> {
  properties: JsonObject
  value?: JsonObject
  /** Puts something around the form. */
  wrap?: (form: ReactNode) => ReactNode
}

interface HostProps extends Partial<Omit<SchemaFormProps, 'form' | 'value' | 'onChange'>> {
  form: FormValidator
  initial: JsonObject
  onData: (data: JsonObject) => void
}

function Host({ form, initial, onData, errors = [], ...rest }: HostProps) {
  const [value, setValue] = useState(initial)
  const check = useFormCheck(form)
  return (
    <SchemaForm
      {...rest}
      form={form}
      value={value}
      errors={[...check(value, rest.inherited), ...errors]}
      onChange={(next) => {
        onData(next)
        setValue(next)
      }}
    />
  )
}

/** A form in a page that keeps its data. `changes` are all data it was handed, `data()` the last. */
export async function renderForm({ properties, value = {}, wrap = (form) => form, ...rest }: Setting) {
  const form = await compileForm({ type: 'object', properties })
  const changes: JsonObject[] = []
  render(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      {wrap(<Host {...rest} form={form} initial={value} onData={(data) => changes.push(data)} />)}
    </IntlProvider>,
  )
  return { user: userEvent.setup(), changes, data: () => changes.at(-1) ?? value }
}
