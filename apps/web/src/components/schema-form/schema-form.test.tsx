import type { JsonObject } from '@strata/json'
import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { FieldAnnotationProvider } from './field-annotation.tsx'
import type { ControlProps } from './field-hints.ts'
import { button, field, option, renderForm } from './testing/render-form.tsx'

function OwnControl({ value, onChange, labelledBy }: ControlProps) {
  return (
    <button
      type="button"
      aria-labelledby={labelledBy}
      onClick={() => onChange(value === undefined ? 'mine' : undefined)}
    >
      own
    </button>
  )
}

/** The pointers of the rows that were drawn, a row as often as it was. */
const drawn: string[] = []

function Probe({ pointer, value, onChange, labelledBy }: ControlProps) {
  drawn.push(pointer)
  return (
    <input
      aria-labelledby={labelledBy}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

describe('a form', () => {
  it('stays empty until it is touched, whatever its schema defaults to', async () => {
    const { changes } = await renderForm({
      properties: {
        a: { type: 'integer', default: 5 },
        b: { type: 'object', default: {}, properties: { c: { type: 'boolean', default: true } } },
        d: { type: 'array', default: ['x'], items: { type: 'string' }, minItems: 1 },
        e: { enum: ['one'], type: 'string', default: 'one' },
      },
    })
    expect(changes).toEqual([])
  })

  it('stores the one field that was edited', async () => {
    const { user, data } = await renderForm({
      properties: { a_ms: { type: 'integer', default: 5 }, b: { type: 'integer', default: 6 } },
    })
    await user.type(field('A'), '101')
    expect(data()).toEqual({ a_ms: 101 })
  })

  it('draws the row that is typed into, and no other', async () => {
    const control = { control: Probe }
    const { user } = await renderForm({
      properties: {
        a: { type: 'string' },
        b: { type: 'string' },
        group: { type: 'object', properties: { c: { type: 'string' } } },
      },
      value: { group: { c: 'x' } },
      hints: { fields: { a: control, b: control, group: { fields: { c: control } } } },
    })
    expect(new Set(drawn)).toEqual(new Set(['/a', '/b', '/group/c']))
    drawn.length = 0
    await user.type(field('A'), 'xyz')
    expect(new Set(drawn)).toEqual(new Set(['/a']))
  })

  it('shows what is inherited as a placeholder, not as data', async () => {
    await renderForm({ properties: { a: { type: 'integer' } }, inherited: { a: 2000 } })
    expect(field('A')).toHaveProperty('placeholder', '2000')
    expect(field('A')).toHaveProperty('value', '')
  })

  it('leaves nothing behind of a group whose last field is cleared', async () => {
    const { user, data } = await renderForm({
      properties: {
        a: { type: 'object', properties: { b: { type: 'object', properties: { c: { type: 'string' } } } } },
      },
      value: { a: { b: { c: 'x' } } },
    })
    await user.clear(field('C'))
    expect(data()).toEqual({})
  })

  it('keeps data of another type than the schema asks for, and shows it as JSON', async () => {
    const value = { on: 'yes', list: { a: 1 }, group: [1] }
    const { changes } = await renderForm({
      properties: {
        on: { type: 'boolean' },
        list: { type: 'array', items: { type: 'string' } },
        group: { type: 'object', properties: { x: { type: 'string' } } },
      },
      value,
    })
    expect(changes).toEqual([])
    expect(field('On')).toHaveProperty('value', '"yes"')
    expect(JSON.parse((field('List') as HTMLTextAreaElement).value)).toEqual({ a: 1 })
  })

  it('puts errors at their field, also under keys with a dot', async () => {
    await renderForm({
      properties: { map: { type: 'object', patternProperties: { '^[a-z.]+$': { type: 'integer' } } } },
      value: { map: { 'c.example': 'many' } },
      errors: [{ pointer: '/map/c.example', message: 'The server says no.' }],
    })
    const described = document.getElementById(`${field('c.example').id}:errors`)
    expect(described?.textContent).toBe('Must be a whole number.The server says no.')
    expect(field('c.example').getAttribute('aria-invalid')).toBe('true')
  })

  it('hides what a filter hides, and keeps its data', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      value: { a: 'kept' },
      isVisible: (pointer) => pointer === '/b',
    })
    expect(screen.queryByRole('textbox', { name: 'A' })).toBeNull()
    await user.type(field('B'), 'x')
    expect(data()).toEqual({ a: 'kept', b: 'x' })
  })

  it('lets nothing be changed when it is read only', async () => {
    await renderForm({
      properties: { a: { type: 'string' }, b: { type: 'boolean' }, c: { type: 'array', items: { type: 'string' } } },
      value: { c: ['x'] },
      isReadOnly: true,
    })
    expect(field('A')).toHaveProperty('readOnly', true)
    expect(option('On')).toHaveProperty('disabled', true)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says beside a field what the page says about it', async () => {
    const run = vi.fn()
    await renderForm({ properties: { 'a.b': { type: 'string' } } })
    expect(screen.queryByText('noted /a.b')).toBeNull()
    const annotate = (pointer: string) => ({ note: `noted ${pointer}`, reset: { label: 'Reset to 5', run } })
    const { user } = await renderForm({
      properties: { 'a.b': { type: 'string' } },
      wrap: (form) => <FieldAnnotationProvider value={annotate}>{form}</FieldAnnotationProvider>,
    })
    screen.getByText('noted /a.b')
    await user.click(button('Reset to 5'))
    expect(run).toHaveBeenCalledOnce()
  })

  it('edits a field with the page’s own control', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'string' } },
      hints: { fields: { a: { title: 'Mine', control: OwnControl } } },
    })
    await user.click(button('Mine'))
    expect(data()).toEqual({ a: 'mine' })
    await user.click(button('Mine'))
    expect(data()).toEqual({})
  })
})

describe('a schema that contradicts itself', () => {
  const list = { type: 'array', title: 'Night', items: { type: 'string' } }
  const properties: JsonObject = {
    shifts: { type: 'object', properties: { night: list }, patternProperties: { '.+': { type: 'object' } } },
    both: { allOf: [{ type: 'string', title: 'Both' }, { type: 'integer' }] },
  }

  it('shows what is stored as JSON, says so, and is quiet in the console', async () => {
    const warn = vi.spyOn(console, 'warn')
    await renderForm({ properties, value: { shifts: { night: ['x'] } } })
    expect(field('Night')).toHaveProperty('value', '[\n  "x"\n]')
    screen.getByRole('textbox', { name: 'Both' })
    expect(screen.getAllByText(/The schema contradicts itself here/)).toHaveLength(2)
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })
})
