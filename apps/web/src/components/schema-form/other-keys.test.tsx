import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { button, field, renderForm } from './testing/render-form.tsx'

describe('keys that the schema does not know', () => {
  it('are shown, editable, and never dropped', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'string' } },
      value: { a: 'x', odd: { deep: [1, { b: null }] }, flag: true },
    })
    await user.type(field('A'), 'y')
    expect(data()).toEqual({ a: 'xy', odd: { deep: [1, { b: null }] }, flag: true })
    await user.click(within(screen.getByRole('radiogroup', { name: 'flag' })).getByRole('radio', { name: 'Off' }))
    expect(data()).toEqual({ a: 'xy', odd: { deep: [1, { b: null }] }, flag: false })
    await user.click(button('Remove odd'))
    expect(data()).toEqual({ a: 'xy', flag: false })
  })

  it('can be added with a type', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'string' } } })
    await user.click(button('Add a key that is not listed'))
    await user.type(field('Key'), 'a')
    await user.click(button('Add'))
    screen.getByText('This key has its own field in the form above.')
    await user.type(field('Key'), '.b')
    await user.click(button('Add'))
    expect(data()).toEqual({ 'a.b': '' })
  })
})

describe('keys that a nested group foresees beside its own', () => {
  for (const { note, foreseen } of [
    { note: 'by a pattern', foreseen: { patternProperties: { '^[a-z]+$': { type: 'integer' } } } },
    { note: 'by what it says of any other', foreseen: { additionalProperties: { type: 'integer' } } },
  ]) {
    it(`are added from the first on, ${note}`, async () => {
      const properties = { lamps: { type: 'object', properties: { hall: { type: 'boolean' } }, ...foreseen } }
      const { user, data } = await renderForm({ properties, value: { lamps: { hall: true } } })
      const [ofGroup] = screen.getAllByRole('button', { name: 'Add a key that is not listed' })
      if (ofGroup === undefined) throw new Error('no further key can be added')
      await user.click(ofGroup)
      await user.type(field('Key'), 'attic')
      await user.click(button('Add'))
      await user.clear(field('attic'))
      await user.type(field('attic'), '7')
      expect(data()).toEqual({ lamps: { hall: true, attic: 7 } })
    })
  }

  it('are not asked for where nothing says that there may be any', async () => {
    const properties = { lamps: { type: 'object', properties: { hall: { type: 'boolean' } } } }
    await renderForm({ properties, value: { lamps: { hall: true } } })
    expect(screen.queryAllByRole('button', { name: 'Add a key that is not listed' })).toHaveLength(1)
  })
})
