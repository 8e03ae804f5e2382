import type { JsonObject } from '@strata/json'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { button, field, renderForm } from '../testing/render-form.tsx'

describe('a list', () => {
  const properties: JsonObject = { a: { type: 'array', items: { type: 'string' } } }

  it('is taken over as a whole before it is changed', async () => {
    const { user, data } = await renderForm({ properties, inherited: { a: ['x', 'y'] } })
    await user.click(button('Override'))
    await user.keyboard('1')
    await user.type(field('Item 2'), '2')
    expect(data()).toEqual({ a: ['x1', 'y2'] })
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

  it('has the focus in an item that was added, also as the first one', async () => {
    const { user, data } = await renderForm({ properties })
    await user.click(button('Add item'))
    await user.keyboard('z')
    expect(data()).toEqual({ a: ['z'] })
  })

  it('keeps an item that is emptied', async () => {
    const { user, data } = await renderForm({ properties, value: { a: ['x'] } })
    await user.clear(field('Item 1'))
    expect(data()).toEqual({ a: [''] })
  })

  it('holds groups', async () => {
    const group: JsonObject = {
      type: 'object',
      properties: { b: { type: 'object', properties: { c: { type: 'string' } } } },
    }
    const { user, data } = await renderForm({ properties: { a: { type: 'array', items: group } } })
    await user.click(button('Add item'))
    await user.click(button('B b'))
    await user.type(field('C'), 'x')
    expect(data()).toEqual({ a: [{ b: { c: 'x' } }] })
  })

  it('keeps the focus where an item was moved to, and where one was taken away', async () => {
    const { user, data } = await renderForm({ properties, value: { a: ['x', 'y'] } })
    await user.click(button('Move item 2 up'))
    expect(data()).toEqual({ a: ['y', 'x'] })
    await user.keyboard('{Enter}')
    expect(data()).toEqual({ a: ['x', 'y'] })
    await user.click(button('Remove item 1'))
    await user.keyboard('{Enter}')
    expect(data()).toEqual({ a: [] })
    await user.keyboard('{Enter}z')
    expect(data()).toEqual({ a: ['z'] })
  })
})

describe('a list of objects that are alike is a table', () => {
  const items: JsonObject = {
    type: 'object',
    required: ['host'],
    properties: { host: { type: 'string', title: 'Host name' }, port: { type: 'integer' }, tls: { type: 'boolean' } },
  }
  const properties: JsonObject = { a: { type: 'array', items } }
  const texts = (role: string) => screen.queryAllByRole(role).map(({ textContent }) => textContent)

  it('with a row an item and a column a field, as the schema calls it', async () => {
    const { user, data } = await renderForm({ properties, value: { a: [{ host: 'x' }, { host: 'y', port: 1 }] } })
    await user.click(button('A a'))
    screen.getByRole('table', { name: 'A' })
    expect(texts('columnheader')).toEqual(['Number', 'Host name', 'Port', 'TLS'])
    expect(texts('rowheader')).toEqual(['1', '2'])
    await user.type(field('Port of item 2'), '2')
    await user.click(button('Remove item 1'))
    expect(data()).toEqual({ a: [{ host: 'y', port: 12 }] })
  })

  it('of what no schema describes too; a new row has the fields of the others, and the focus', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'array', items: { type: 'object' } } },
      value: { a: [{ is_loaded: true, module: 'mod_sip', size: 1 }] },
    })
    await user.click(button('A a'))
    expect(texts('columnheader')).toEqual(['Number', 'is_loaded', 'module', 'size'])
    await user.click(button('Add item'))
    await user.type(field('module of item 2'), 'mod_fax')
    expect(data()).toEqual({
      a: [
        { is_loaded: true, module: 'mod_sip', size: 1 },
        { is_loaded: false, module: 'mod_fax', size: 0 },
      ],
    })
  })

  it('says in a cell and in a row what is wrong there', async () => {
    await renderForm({
      properties,
      value: { a: [{ port: 1.5 }] },
      errors: [{ pointer: '/a/0', message: 'No such host.' }],
    })
    expect(texts('rowheader')).toEqual(['1No such host.'])
    expect(texts('cell')).toContain('Host name of item 1Is needed.')
    expect(field('Port of item 1').getAttribute('aria-invalid')).toBe('true')
  })

  it('that is read before it is taken over', async () => {
    const { user, data } = await renderForm({ properties, inherited: { a: [{ host: 'x' }] } })
    await user.click(button('A a'))
    expect(field('Host name of item 1')).toHaveProperty('readOnly', true)
    await user.click(button('Override'))
    await user.keyboard('y')
    expect(data()).toEqual({ a: [{ host: 'xy' }] })
  })
})
