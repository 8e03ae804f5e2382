import { describe, expect, it } from 'vitest'
import { button, field, renderForm } from '../testing/render-form.tsx'

describe('a text', () => {
  it('is not set when it is emptied', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'string' } }, value: { a: 'x' } })
    await user.clear(field('A'))
    expect(data()).toEqual({})
  })

  it('can be set to empty over an inherited one', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'string' } }, inherited: { a: 'long' } })
    await user.click(button('Set to empty'))
    expect(data()).toEqual({ a: '' })
  })
})
