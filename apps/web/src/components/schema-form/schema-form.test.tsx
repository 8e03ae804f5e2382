import type { JsonObject } from '@strata/json'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { IntlProvider } from 'use-intl'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { en } from '#web/texts/en/index.ts'
import { SchemaForm, type SchemaFormProps } from './schema-form.tsx'
import { compileForm } from './testing/compile-form.ts'
import { useFormCheck } from './use-form-check.ts'

interface Setting extends Partial<Omit<SchemaFormProps, 'form' | 'value' | 'onChange'>> {
  properties: JsonObject
  value?: JsonObject
}

/** A form in a page that keeps its data; `data()` is what the page holds. */
async function renderForm({ properties, value = {}, ...rest }: Setting) {
  const form = await compileForm({ type: 'object', properties })
  let data = value
  const changes = vi.fn()
  function Host() {
    const [current, setCurrent] = useState(value)
    const check = useFormCheck(form)
    return (
      <SchemaForm
        {...rest}
        form={form}
        value={current}
        errors={[...check(current, rest.inherited), ...(rest.errors ?? [])]}
        onChange={(next) => {
          data = next
          changes(next)
          setCurrent(next)
        }}
      />
    )
  }
  render(
    <IntlProvider locale="en" messages={en}>
      <Host />
    </IntlProvider>,
  )
  return { user: userEvent.setup(), data: () => data, changes }
}

afterEach(cleanup)

describe('a form', () => {
  it('stays empty until it is touched, whatever its schema defaults to', async () => {
    const { data, changes } = await renderForm({
      properties: {
        a: { type: 'integer', default: 5 },
        b: { type: 'object', default: {}, properties: { c: { type: 'boolean', default: true } } },
        d: { type: 'array', default: ['x'], items: { type: 'string' }, minItems: 1 },
        e: { enum: ['one'], type: 'string', default: 'one' },
      },
    })
    expect(changes).not.toHaveBeenCalled()
    expect(data()).toEqual({})
  })

  it('stores the one field that was edited', async () => {
    const { user, data } = await renderForm({
      properties: { a_ms: { type: 'integer', default: 5 }, b: { type: 'integer', default: 6 } },
    })
    await user.type(screen.getByLabelText('A'), '101')
    expect(data()).toEqual({ a_ms: 101 })
  })

  it('shows what is inherited as a placeholder, not as data', async () => {
    await renderForm({ properties: { a: { type: 'integer' } }, inherited: { a: 2000 } })
    expect(screen.getByLabelText('A')).toHaveProperty('placeholder', '2000')
    expect(screen.getByLabelText('A')).toHaveProperty('value', '')
  })
})
