import type { JsonObject } from '@strata/json'
import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { type FieldAnnotation, FieldAnnotationProvider } from './field-annotation.tsx'
import { createFolds, FoldsProvider } from './folds.tsx'
import { button, field, renderForm } from './testing/render-form.tsx'

const item: JsonObject = {
  type: 'object',
  properties: { b: { type: 'object', properties: { c: { type: 'string' } } } },
}
const list: JsonObject = { type: 'array', items: item }
const map: JsonObject = { type: 'object', additionalProperties: { type: 'integer' } }
const texts: JsonObject = { type: 'array', items: { type: 'string' } }

const isOpen = (name: string) => button(name).getAttribute('aria-expanded')
const heldBy = (name: string) =>
  document.getElementById(button(name).getAttribute('aria-describedby') ?? '')?.textContent

function annotated(annotation: FieldAnnotation) {
  return (form: ReactNode) => (
    <FieldAnnotationProvider value={(pointer) => (pointer === '/a' ? annotation : undefined)}>
      {form}
    </FieldAnnotationProvider>
  )
}

describe('what a list or a map holds', () => {
  for (const { note, schema, value, inherited, held } of [
    { note: 'a list of groups', schema: list, value: { a: [{}, {}] }, held: '2 items' },
    { note: 'one that is inherited', schema: list, inherited: { a: [{}] }, held: '1 item' },
    { note: 'a long list of texts', schema: texts, value: { a: [...'abcdefg'] }, held: '7 items' },
    {
      note: 'a map over an inherited one',
      schema: map,
      value: { a: { x: 1 } },
      inherited: { a: { x: 0, y: 0 } },
      held: '2 entries',
    },
  ]) {
    it(`is one line, folded: ${note}`, async () => {
      await renderForm({ properties: { a: schema }, ...(value && { value }), ...(inherited && { inherited }) })
      expect(heldBy('A a')).toBe(held)
      expect(isOpen('A a')).toBe('false')
    })
  }

  it('is there at once where it is little', async () => {
    await renderForm({ properties: { a: texts, b: map, c: list }, value: { a: ['x'] } })
    field('Item 1')
    for (const name of ['A a', 'B b', 'C c']) expect(screen.queryByRole('button', { name })).toBeNull()
  })

  it('is drawn when it is opened, and stays as it was left', async () => {
    const { user } = await renderForm({ properties: { a: map }, value: { a: { n: 5 } } })
    expect(screen.queryByRole('textbox', { hidden: true })).toBeNull()
    await user.click(button('A a'))
    const input = field('n')
    await user.type(input, ' mi')
    await user.click(button('A a'))
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(button('A a'))
    expect(field('n')).toBe(input)
    expect(input).toHaveProperty('value', '5 mi')
  })

  it('is what it sets alone where that is read as a whole', async () => {
    await renderForm({
      properties: { a: map },
      value: { a: { x: 1 } },
      inherited: { a: { y: 0 } },
      wrap: annotated({ isWhole: true }),
    })
    expect(heldBy('A a')).toBe('1 entry')
  })

  it('says how that stands to something else where the page knows', async () => {
    await renderForm({
      properties: { a: list },
      value: { a: [{}] },
      wrap: annotated({ standing: 'same as default' }),
    })
    expect(heldBy('A a')).toBe('1 item, same as default')
  })
})

describe('a list opens by itself', () => {
  const target = { entersField: false }
  const value = { a: [{ b: { c: 'x' } }] }
  for (const { note, annotation = {}, errors = [], opens } of [
    { note: 'not because it is set', annotation: { mark: 'set' as const }, opens: 'false' },
    { note: 'where it is unsaved', annotation: { mark: 'unsaved' as const }, opens: 'true' },
    { note: 'where the page leads to it', annotation: { target }, opens: 'true' },
    { note: 'where the page leads into it', annotation: { holdsTarget: target }, opens: 'true' },
    { note: 'where it is wrong itself', errors: [{ pointer: '/a', message: 'Wrong.' }], opens: 'true' },
    { note: 'where something in it is wrong', errors: [{ pointer: '/a/0/b/c', message: 'Wrong.' }], opens: 'true' },
  ]) {
    it(note, async () => {
      await renderForm({ properties: { a: list }, value, errors, wrap: annotated(annotation) })
      expect(isOpen('A a')).toBe(opens)
    })
  }

  it('and a group in it too, down to what is wrong', async () => {
    await renderForm({
      properties: { a: { type: 'object', properties: { b: map } } },
      inherited: { a: { b: { x: 1 } } },
      errors: [{ pointer: '/a/b/x', message: 'Wrong.' }],
    })
    field('x')
  })
})

describe('all that folds', () => {
  const properties = { a: { type: 'object', properties: { m: map } }, d: list }
  const value = { a: { m: { x: 1 } }, d: [{}] }

  async function render() {
    const folds = createFolds()
    const { user } = await renderForm({
      properties,
      value,
      wrap: (form) => <FoldsProvider value={folds}>{form}</FoldsProvider>,
    })
    return { user, folds }
  }

  it('opens and closes together, also what is drawn only then', async () => {
    const { folds, user } = await render()
    await user.click(button('D d'))
    folds.chooseAll(true)
    expect(await screen.findByRole('textbox', { name: 'x' })).toBeDefined()
    folds.chooseAll(false)
    await expect.poll(() => isOpen('D d')).toBe('false')
    expect(screen.queryByRole('button', { name: 'M m' })).toBeNull()
  })

  it('keeps the focus, at the line of what closed around it', async () => {
    const { folds, user } = await render()
    await user.click(button('M m'))
    field('x').focus()
    folds.chooseAll(false)
    await expect.poll(() => document.activeElement).toBe(button('A a'))
  })

  it('lets one be closed for itself, and keeps that closed', async () => {
    const { folds, user } = await render()
    folds.chooseAll(true)
    await user.click(await screen.findByRole('button', { name: 'M m' }))
    expect(isOpen('M m')).toBe('false')
    expect(folds.chosen('/a/m')).toBe(false)
    expect(folds.chosen('/d')).toBe(true)
  })
})
