import type { JsonObject } from '@strata/json'
import { cleanup, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { button, field, renderForm } from '../testing/render-form.tsx'

describe('a map', () => {
  const properties: JsonObject = {
    a: { type: 'object', patternProperties: { '^[a-z.]{3,}$': { type: 'array', items: { type: 'string' } } } },
  }

  it('asks for the key first, tests it against the patterns, and then inserts', async () => {
    const { user, data, changes } = await renderForm({ properties })
    await user.click(button('Add entry'))
    await user.type(field('Key'), 'X')
    screen.getByText(/Keys of another form belong here/)
    await user.click(button('Add'))
    expect(changes).toEqual([])
    await user.clear(field('Key'))
    await user.type(field('Key'), 'c.example')
    await user.click(button('Add'))
    expect(data()).toEqual({ a: { 'c.example': [] } })
  })

  it('has the focus in the first control of an entry that was added', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'object' } } })
    await user.click(button('Add entry'))
    await user.keyboard('first{Enter}typed')
    expect(data()).toEqual({ a: { first: 'typed' } })
  })

  it('has the focus in an entry that is a group of fields, a map or a list', async () => {
    const group: JsonObject = { type: 'object', properties: { b: { type: 'string' } } }
    for (const { note, entry, name } of [
      { note: 'group', entry: group, name: 'B' },
      { note: 'map', entry: { type: 'object' }, name: 'Add entry' },
      { note: 'list', entry: { type: 'array', items: { type: 'string' } }, name: 'Add item' },
    ]) {
      const { user } = await renderForm({
        properties: { a: { type: 'object', patternProperties: { [`^${note}$`]: entry } } },
      })
      await user.click(button('Add entry'))
      await user.keyboard(`${note}{Enter}`)
      const focused = document.activeElement
      expect(focused?.textContent || focused?.closest('[data-row]')?.querySelector('label')?.textContent, note).toBe(
        name,
      )
      cleanup()
    }
  })

  it('edits free values as what they are, under keys with dots and slashes too', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'object' } },
      value: { a: { 'x.y/z': 5, text: 'b', deep: { on: true } } },
    })
    await user.click(button('A a'))
    await user.click(button('deep'))
    await user.type(field('x.y/z'), '1')
    await user.type(field('text'), 'c')
    await user.click(within(screen.getByRole('radiogroup', { name: 'on' })).getByRole('radio', { name: 'Off' }))
    expect(data()).toEqual({ a: { 'x.y/z': 51, text: 'bc', deep: { on: false } } })
  })

  it('keeps its control while what is typed is no number any more', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'object' } }, value: { a: { n: 5 } } })
    await user.click(button('A a'))
    const input = field('n')
    await user.type(input, 'x7')
    expect(data()).toEqual({ a: { n: '5x7' } })
    expect(field('n')).toBe(input)
    screen.getByText(/This is not a number/)
  })

  it('can make a free value another type, as JSON', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'object' } }, value: { a: { n: 5 } } })
    await user.click(button('A a'))
    await user.click(button('Edit n as JSON'))
    await user.clear(field('n'))
    screen.getByText(/This is not JSON yet/)
    await user.type(field('n'), 'true')
    expect(data()).toEqual({ a: { n: true } })
  })

  it('shows inherited entries and overrides one by one', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'object' } }, inherited: { a: { x: 1, y: 2 } } })
    await user.click(button('A a'))
    await user.type(field('y'), '3')
    expect(data()).toEqual({ a: { y: 3 } })
  })

  it('keeps an entry that was taken away in sight where the page says what was there before', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'object' } },
      value: { a: { x: 'y' } },
      before: { a: { x: 'y' } },
    })
    await user.click(button('A a'))
    await user.click(button('Remove x'))
    expect(data()).toEqual({})
    await user.type(field('x'), 'z')
    expect(data()).toEqual({ a: { x: 'z' } })
  })
})
