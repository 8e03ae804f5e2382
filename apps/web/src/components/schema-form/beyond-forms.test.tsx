import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { beyondForms } from './beyond-forms.ts'
import { parseJson } from './parse-json.ts'
import { field, renderForm } from './testing/render-form.tsx'

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

describe('what no form can show is said in place of the form', () => {
  for (const name of ['constructor', 'valueOf', 'hasOwnProperty', '__proto__']) {
    for (const text of [`{"${name}":5}`, `{"list":[{"deep":{"${name}":{}}}]}`]) {
      it(text, async () => {
        await renderForm({ properties: { a: { type: 'string' } }, value: JSON.parse(text) })
        screen.getByText(new RegExp(`A form cannot show a key called “${name}”`))
      })
    }
  }

  it('also where it is inherited', async () => {
    await renderForm({ properties: { a: { type: 'string' } }, inherited: { constructor: 5 } })
    screen.getByText(/A form cannot show a key called “constructor”/)
  })

  it('and so is nesting of more than 56 levels', async () => {
    expect(beyondForms(JSON.parse(nested(56)))).toBeUndefined()
    await renderForm({ properties: { a: { type: 'string' } }, value: JSON.parse(nested(57)) })
    screen.getByText(/nested too deeply for a form/)
  })

  it('names that only look alike are shown', async () => {
    await renderForm({ properties: { Constructor: { type: 'string' } }, value: { Constructor: 'x', prototype: 'y' } })
    expect([field('Constructor'), field('prototype')]).toHaveLength(2)
  })
})

describe('of a text that is typed is not taken', () => {
  for (const { text, why } of [
    { text: '{"a":', why: 'syntax' },
    { text: nested(57), why: 'nesting' },
    { text: `${'['.repeat(200_000)}${']'.repeat(200_000)}`, why: 'nesting' },
    { text: '{"a":[{"__proto__":1}]}', why: 'prototype' },
    { text: '{"a":[-1e999]}', why: 'number' },
  ]) {
    it(`${text.slice(0, 30)}: ${why}`, () => expect(parseJson(text)).toEqual({ ok: false, why }))
  }

  it('what the server takes although no form shows it, is', () => {
    expect(parseJson('{"constructor":{}}')).toEqual({ ok: true, value: { constructor: {} } })
  })
})
