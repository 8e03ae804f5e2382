import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { button, field, renderForm } from '../testing/render-form.tsx'

describe('a list', () => {
  const properties: JsonObject = { a: { type: 'array', items: { type: 'string' } } }

  it('is taken over as a whole before it is changed', async () => {
    const { user, data } = await renderForm({ properties, inherited: { a: ['x', 'y'] } })
    await user.click(button('Override'))
    await user.type(field('Item 2'), '2')
    expect(data()).toEqual({ a: ['x', 'y2'] })
  })

  it('adds, moves and removes items', async () => {
    const { user, data } = await renderForm({ properties, value: { a: ['x', 'y'] } })
    await user.click(button('Add item'))
    await user.keyboard('z')
    expect(data()).toEqual({ a: ['x', 'y', 'z'] })
    await user.click(button('Move item 3 up'))
    expect(data()).toEqual({ a: ['x', 'z', 'y'] })
    await user.click(button('Remove item 1'))
    expect(data()).toEqual({ a: ['z', 'y'] })
  })

  it('keeps an item that is emptied', async () => {
    const { user, data } = await renderForm({ properties, value: { a: ['x'] } })
    await user.clear(field('Item 1'))
    expect(data()).toEqual({ a: [''] })
  })

  it('holds groups', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'array', items: { type: 'object', properties: { b: { type: 'string' } } } } },
    })
    await user.click(button('Add item'))
    await user.type(field('B'), 'x')
    expect(data()).toEqual({ a: [{ b: 'x' }] })
  })
})
