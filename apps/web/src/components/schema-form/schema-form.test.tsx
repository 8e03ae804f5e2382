import type { JsonObject } from '@strata/json'
import { cleanup, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { FieldAnnotationProvider } from './field-annotation.tsx'
import type { ControlProps } from './field-hints.ts'
import { renderForm } from './testing/render-form.tsx'

const marker = { $secret: 'set', fingerprint: 'a1b2c3d4e5f6' }
const field = (name: string) => screen.getByRole('textbox', { name })
const button = (name: string) => screen.getByRole('button', { name })
const option = (name: string) => screen.getByRole('radio', { name })

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

describe('a number', () => {
  it('keeps what is no number as it was typed, and says so', async () => {
    const { user, data } = await renderForm({ properties: { a_s: { type: 'integer' } } })
    await user.type(field('A'), 'many')
    expect(data()).toEqual({ a_s: 'many' })
    screen.getByText('Must be a whole number.')
  })

  it('shows its unit and the amount in words', async () => {
    await renderForm({ properties: { a_ms: { type: 'integer' } }, value: { a_ms: 90000 } })
    screen.getByText('ms · 1 min 30 s')
  })
})

describe('a switch', () => {
  it('has three states, of which one sets nothing', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'boolean' } }, inherited: {} })
    await user.click(option('Off'))
    expect(data()).toEqual({ a: false })
    await user.click(option('Inherit'))
    expect(data()).toEqual({})
  })

  it('inherits nothing where there is nothing to inherit from', async () => {
    await renderForm({ properties: { a: { type: 'boolean' } } })
    screen.getByRole('radio', { name: 'Not set' })
  })
})

describe('a choice', () => {
  it('offers what the schema lists, and a stored value that it does not list', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'string', enum: ['one', 'two'] } },
      value: { a: 'odd' },
    })
    await user.click(screen.getByRole('button', { name: /A$/ }))
    expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual(['Not set', 'one', 'two', 'odd'])
    await user.click(screen.getByRole('option', { name: 'two' }))
    expect(data()).toEqual({ a: 'two' })
  })
})

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

  it('edits free values as what they are, under keys with dots and slashes too', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'object' } },
      value: { a: { 'x.y/z': 5, text: 'b', deep: { on: true } } },
    })
    await user.type(field('x.y/z'), '1')
    await user.type(field('text'), 'c')
    await user.click(within(screen.getByRole('radiogroup', { name: 'on' })).getByRole('radio', { name: 'Off' }))
    expect(data()).toEqual({ a: { 'x.y/z': 51, text: 'bc', deep: { on: false } } })
  })

  it('keeps its control while what is typed is no number any more', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'object' } }, value: { a: { n: 5 } } })
    const input = field('n')
    await user.type(input, 'x7')
    expect(data()).toEqual({ a: { n: '5x7' } })
    expect(field('n')).toBe(input)
    screen.getByText(/This is not a number/)
  })

  it('can make a free value another type, as JSON', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'object' } }, value: { a: { n: 5 } } })
    await user.click(button('Edit n as JSON'))
    await user.clear(field('n'))
    screen.getByText(/This is not JSON yet/)
    await user.type(field('n'), 'true')
    expect(data()).toEqual({ a: { n: true } })
  })

  it('shows inherited entries and overrides one by one', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'object' } }, inherited: { a: { x: 1, y: 2 } } })
    await user.type(field('y'), '3')
    expect(data()).toEqual({ a: { y: 3 } })
  })

  it('keeps an entry that was taken away in sight where the page says what was there before', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'object' } },
      value: { a: { x: 'y' } },
      before: { a: { x: 'y' } },
    })
    await user.click(button('Remove x'))
    expect(data()).toEqual({})
    await user.type(field('x'), 'z')
    expect(data()).toEqual({ a: { x: 'z' } })
  })

  it('makes keys of its own where the page says how', async () => {
    const { user, data } = await renderForm({
      properties,
      hints: { fields: { a: { entries: { newKey: () => 'made', newValue: () => ({}), addLabel: 'Add one' } } } },
    })
    await user.click(button('Add one'))
    expect(data()).toEqual({ a: { made: {} } })
  })
})

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

describe('JSON', () => {
  it('takes a value only when it is one, and tells the page what is not done', async () => {
    const onUnfinished = vi.fn()
    const { user, data, changes } = await renderForm({ properties: { a: { description: 'anything' } }, onUnfinished })
    await user.type(field('A'), '[[1')
    expect(changes).toEqual([])
    expect(onUnfinished).toHaveBeenLastCalledWith([expect.objectContaining({ pointer: '/a' })])
    await user.type(field('A'), ', 2]')
    expect(data()).toEqual({ a: [1, 2] })
    expect(field('A')).toHaveProperty('value', '[1, 2]')
    expect(onUnfinished).toHaveBeenLastCalledWith([])
  })
})

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

describe('an address with a secret', () => {
  const properties: JsonObject = { url: { type: 'string', format: 'uri' } }
  const shown = 'https://•••@files.example/in?key=•••'
  const stored: JsonObject = { ...marker, shown }
  const edit = (before?: JsonObject) =>
    renderForm({ properties, value: { url: stored }, ...(before === undefined ? {} : { before }) })

  it('is shown with ••• for what is kept, by its fingerprint, and says so', async () => {
    await edit({ url: stored })
    expect(field('URL')).toHaveProperty('value', shown)
    screen.getByText('#a1b2')
    screen.getByText(/What reads ••• is kept/)
  })

  for (const before of [undefined, { url: stored }]) {
    const where = before === undefined ? 'where nobody knows what was there before' : 'beside what is stored'
    it(`keeps its secrets with another parameter, and goes back to what is stored, ${where}`, async () => {
      const { user, data } = await edit(before)
      await user.type(field('URL'), '&a=b')
      expect(data()).toEqual({ url: { ...stored, shown: `${shown}&a=b` } })
      await user.click(button('Keep the stored one'))
      expect(data()).toEqual({ url: stored })
      expect(field('URL')).toHaveProperty('value', shown)
    })
  }

  it('says that the secret stays with its server', async () => {
    const { user } = await edit({ url: stored })
    await user.clear(field('URL'))
    await user.type(field('URL'), shown.replace('files', 'evil'))
    screen.getByText(/stays with the server it was entered for/)
  })

  it('half of whose ••• is erased still means what is stored, so that the server can say no', async () => {
    const { user, data } = await edit()
    await user.clear(field('URL'))
    await user.type(field('URL'), 'https://••@files.example/in')
    expect(data()).toEqual({ url: { ...stored, shown: 'https://••@files.example/in' } })
  })

  for (const before of [undefined, { url: stored }]) {
    const where = before === undefined ? 'where nobody knows what was there before' : 'beside what is stored'
    it(`whose ••• are all typed over is a plain text, typed in the same field, ${where}`, async () => {
      const { user, data } = await edit(before)
      const input = field('URL')
      await user.clear(input)
      await user.type(input, 'https://u:p@evil.example/')
      expect(data()).toEqual({ url: 'https://u:p@evil.example/' })
      expect(field('URL')).toBe(input)
      screen.getByText('Nothing of the stored secret is kept.')
    })
  }
})

describe('a union', () => {
  it('of a text and a list of texts turns one into the other', async () => {
    const { user, data } = await renderForm({
      properties: { to: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } },
      value: { to: 'a@b.example' },
    })
    await user.click(option('List'))
    expect(data()).toEqual({ to: ['a@b.example'] })
    await user.click(option('Text'))
    expect(data()).toEqual({ to: 'a@b.example' })
  })

  const backEnd: JsonObject = {
    type: 'object',
    properties: { name: { type: 'string' } },
    oneOf: ['s3', 'http'].map((handler) => ({
      required: ['handler'],
      properties: {
        handler: { enum: [handler] },
        settings: {
          type: 'object',
          required: [handler === 's3' ? 'bucket' : 'url'],
          properties: { [handler === 's3' ? 'bucket' : 'url']: { type: 'string', minLength: 3 } },
        },
      },
    })),
  }
  const hints = {
    fields: {
      backend: {
        variants: {
          layout: 'cards' as const,
          kinds: { s3: { title: 'S3', description: 'Any S3' }, http: { title: 'Web server' } },
        },
      },
    },
  }

  it('is chosen by cards, and writes what tells the kind', async () => {
    const { user, data } = await renderForm({ properties: { backend: backEnd }, hints })
    await user.click(screen.getByRole('radio', { name: /S3/ }))
    expect(data()).toEqual({ backend: { handler: 's3' } })
  })

  it('keeps what kinds share, and remembers what each had', async () => {
    const value = { backend: { handler: 's3', name: 'Files', settings: { bucket: 'calls' }, extra: 1 } }
    const { user, data } = await renderForm({ properties: { backend: backEnd }, value, hints })
    await user.click(option('Web server'))
    expect(data()).toEqual({ backend: { handler: 'http', name: 'Files', extra: 1 } })
    await user.click(screen.getByRole('radio', { name: /S3/ }))
    expect(data()).toEqual(value)
  })

  it('tells the errors of the chosen kind only', async () => {
    await renderForm({
      properties: { backend: backEnd },
      value: { backend: { handler: 's3', settings: { bucket: 'b' } } },
      hints,
    })
    screen.getByText('Needs at least 3 characters.')
    expect(screen.queryByText('Is needed.')).toBeNull()
    expect(screen.queryByText('Choose which kind this is.')).toBeNull()
  })
})
