import type { JsonObject } from '@strata/json'
import { cleanup, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { button, field, marker, renderForm } from '../testing/render-form.tsx'

describe('a secret', () => {
  const properties: JsonObject = { password: { type: 'string', minLength: 8 } }
  const isSecret = (path: readonly string[]) => path.join() === 'password'

  it('shows that it is set, by its fingerprint, and is no error', async () => {
    await renderForm({ properties, value: { password: marker }, isSecret })
    screen.getByText('#a1b2')
    expect(screen.queryByText(/Needs at least/)).toBeNull()
  })

  it('is replaced, and kept after all', async () => {
    const { user, data } = await renderForm({ properties, value: { password: marker }, isSecret })
    await user.click(button('Replace'))
    await user.type(field('Password'), 'new')
    expect(data()).toEqual({ password: 'new' })
    await user.click(button('Keep the stored one'))
    expect(data()).toEqual({ password: marker })
    screen.getByText('#a1b2')
  })

  it('is cleared, and kept after all', async () => {
    const { user, data } = await renderForm({ properties, value: { password: marker }, isSecret })
    await user.click(button('Clear'))
    expect(data()).toEqual({})
    await user.click(button('Keep the stored one'))
    expect(data()).toEqual({ password: marker })
  })

  it('that was cleared and is stored no more cannot be kept', async () => {
    const { user } = await renderForm({
      properties,
      value: { password: marker },
      before: { password: marker },
      isSecret,
    })
    await user.click(button('Clear'))
    screen.getByRole('button', { name: 'Keep the stored one' })
    cleanup()
    await renderForm({ properties, value: {}, before: {}, isSecret })
    expect(screen.queryByRole('button', { name: 'Keep the stored one' })).toBeNull()
  })

  it('is not what a union of groups is drawn as, whatever its name', async () => {
    const kind = (name: string) => ({ type: 'object', required: [name], properties: { [name]: { type: 'string' } } })
    await renderForm({ properties: { password: { oneOf: [kind('file'), kind('url')] } }, isSecret })
    expect(screen.queryByRole('textbox', { name: 'Password' })).toBeNull()
    screen.getByRole('button', { name: /Choose one/ })
  })

  it('is known by its marker where nobody names it', async () => {
    await renderForm({ properties: {}, value: { odd: marker } })
    screen.getByText('#a1b2')
    expect(screen.queryByRole('button', { name: 'Edit odd as JSON' })).toBeNull()
  })
})
