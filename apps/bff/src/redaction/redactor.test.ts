import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isConfigSecret } from '@strata/kazoo-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#bff/errors/app-error.ts'
import { createRedactor } from './create-redactor.ts'

const fingerprintKey = new Uint8Array(32).fill(7)
const secretKeys = ['secret', 'password']
const redactor = createRedactor({ isSecret: (path) => secretKeys.includes(path.at(-1) ?? ''), fingerprintKey })

function marker(secret: JsonValue): JsonObject {
  return { $secret: 'set', fingerprint: redactor.fingerprint(secret) }
}

function errorsOf(act: () => unknown): JsonValue | undefined {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError && error.kind === 'invalid') return error.data
    throw error
  }
  return undefined
}

describe('redact', () => {
  for (const { note, value, base, expected } of [
    { note: 'a string', value: { secret: 'invented-1' }, base: [], expected: { secret: marker('invented-1') } },
    { note: 'a number', value: { password: 4711 }, base: [], expected: { password: marker(4711) } },
    { note: 'an object as a whole', value: { secret: { a: 1 } }, base: [], expected: { secret: marker({ a: 1 }) } },
    { note: 'inside lists', value: [{ secret: 'x' }], base: [], expected: [{ secret: marker('x') }] },
    {
      note: 'null and "" stay',
      value: { secret: null, password: '' },
      base: [],
      expected: { secret: null, password: '' },
    },
    { note: 'other keys stay', value: { name: 'secret' }, base: [], expected: { name: 'secret' } },
    { note: 'a sub-value by its base', value: 'x', base: ['a', 'secret'], expected: marker('x') },
    { note: 'a section by its base', value: { secret: 'x' }, base: ['default'], expected: { secret: marker('x') } },
  ]) {
    it(note, () => expect(redactor.redact(value, base)).toEqual(expected))
  }

  it('a fingerprint is 12 hex digits, depends on the key and tells "1" from 1', () => {
    const other = createRedactor({ isSecret: () => true, fingerprintKey: new Uint8Array(32).fill(8) })
    expect(redactor.fingerprint('x')).toMatch(/^[0-9a-f]{12}$/)
    expect(other.fingerprint('x')).not.toBe(redactor.fingerprint('x'))
    expect(redactor.fingerprint('1')).not.toBe(redactor.fingerprint(1))
  })
})

describe('restore', () => {
  const stored = { a: { secret: 'invented-1', name: 'n' } }
  for (const { note, incoming, expected } of [
    {
      note: 'an unchanged marker keeps',
      incoming: { a: { secret: marker('invented-1') } },
      expected: { a: { secret: 'invented-1' } },
    },
    { note: 'a string replaces', incoming: { a: { secret: 'new' } }, expected: { a: { secret: 'new' } } },
    { note: 'null stays for the merge', incoming: { a: { secret: null } }, expected: { a: { secret: null } } },
    { note: 'a mask at another place is a value', incoming: { a: { name: '***' } }, expected: { a: { name: '***' } } },
  ]) {
    it(note, () => expect(redactor.restore(incoming, stored, [])).toEqual(expected))
  }

  for (const { note, incoming, path } of [
    { note: 'another fingerprint', incoming: { a: { secret: marker('other') } }, path: 'a.secret' },
    { note: 'a marker without a fingerprint', incoming: { a: { secret: { $secret: 'set' } } }, path: 'a.secret' },
    { note: 'a marker where nothing is stored', incoming: { b: { secret: marker('invented-1') } }, path: 'b.secret' },
    { note: 'a marker where no secret is', incoming: { a: { name: marker('invented-1') } }, path: 'a.name' },
    { note: 'a marker at a path that never holds a secret', incoming: { b: marker('invented-1') }, path: 'b' },
    { note: 'a mask of stars', incoming: { a: { secret: '******' } }, path: 'a.secret' },
    { note: 'a mask of bullets', incoming: { a: { secret: '••••' } }, path: 'a.secret' },
    { note: 'dots inside keys are escaped', incoming: { 'c.example': { secret: '*' } }, path: 'c%2Eexample.secret' },
  ]) {
    it(`refuses ${note}`, () => {
      expect(errorsOf(() => redactor.restore(incoming, stored, []))).toEqual({
        [path]: { invalid: { message: expect.any(String) } },
      })
    })
  }

  it('reports every refused place at once', () => {
    const incoming = { a: { secret: '*' }, b: { secret: marker('x') } }
    expect(Object.keys(errorsOf(() => redactor.restore(incoming, stored, [])) ?? {})).toEqual(['a.secret', 'b.secret'])
  })

  it('resolves a sub-value by its base', () => {
    expect(redactor.restore(marker('x'), 'x', ['default', 'secret'])).toBe('x')
  })

  it('keeps what merely looks like a marker when it comes back unchanged', () => {
    const lookalike = { free: { $secret: 'set', fingerprint: 'abc', password: 'p' } }
    expect(redactor.restore(redactor.redact(lookalike, []), lookalike, [])).toEqual(lookalike)
  })
})

describe('addresses', () => {
  const addresses = createRedactor({ isSecret: isConfigSecret, fingerprintKey })
  const url = 'https://user:made-up@Files.example/in?key=made-up-2&dir=a'
  const stored = { default: { url, token: url, via: 'https://proxy/https://user:made-up@h/in?key=x' } }
  const base = { $secret: 'set', fingerprint: addresses.fingerprint(url) }
  const shown = 'https://•••@Files.example/in?key=•••&dir=•••'
  const kept = (change: JsonObject) =>
    addresses.restore({ default: { url: { ...base, shown, ...change } } }, stored, [])
  const refusalOf = (value: JsonValue) => errorsOf(() => addresses.restore({ default: { url: value } }, stored, []))

  it('with a secret are shown without it', () => {
    expect(addresses.redact(url, ['default', 'url'])).toEqual({ ...base, shown })
  })

  it('are not shown where their name makes all of it secret, or where the rest tells another secret', () => {
    expect(addresses.redact(stored, [])).toEqual({
      default: {
        url: { ...base, shown },
        token: base,
        via: { $secret: 'set', fingerprint: addresses.fingerprint(stored.default.via) },
      },
    })
  })

  it('without a secret stay as they are', () => {
    const plain = { default: { url: 'https://files.example/in?file=' } }
    expect(addresses.redact(plain, [])).toEqual(plain)
  })

  for (const { note, change, address } of [
    { note: 'as they were shown', change: {}, address: url },
    {
      note: 'with another path and one more parameter',
      change: { shown: 'https://•••@files.example/other?dir=•••&key=•••&more=1' },
      address: 'https://user:made-up@files.example/other?dir=a&key=made-up-2&more=1',
    },
    {
      note: 'with one secret typed anew',
      change: { shown: 'https://•••@files.example/in?key=typed' },
      address: 'https://user:made-up@files.example/in?key=typed',
    },
  ]) {
    it(`keep their secrets ${note}`, () => expect(kept(change)).toEqual({ default: { url: address } }))
  }

  for (const { note, change, message } of [
    { note: 'to another scheme', change: { shown: shown.replace('https', 'http') }, message: /stays with the server/ },
    {
      note: 'to another host',
      change: { shown: shown.replace('example', 'invalid') },
      message: /stays with the server/,
    },
    { note: 'to another port', change: { shown: shown.replace('/in', ':81/in') }, message: /stays with the server/ },
    { note: 'to another place', change: { shown: `${shown}&more=•••` }, message: /No secret is stored for every •••/ },
    {
      note: 'into the path',
      change: { shown: shown.replace('/in', '/•••') },
      message: /No secret is stored for every •••/,
    },
    { note: 'into what is no text', change: { shown: 5 }, message: /No secret is stored/ },
    { note: 'when another is stored by now', change: { fingerprint: '0123456789ab' }, message: /by now/ },
  ] satisfies { note: string; change: JsonObject; message: RegExp }[]) {
    it(`take no secret ${note}`, () => {
      expect(refusalOf({ ...base, shown, ...change })).toEqual({
        'default.url': { invalid: { message: expect.stringMatching(message) } },
      })
    })
  }

  it('that are masked are no addresses, wherever they are sent as a text', () => {
    expect(refusalOf(shown)).toHaveProperty(['default.url', 'invalid'])
    expect(errorsOf(() => addresses.restore({ default: { other: shown } }, stored, []))).toHaveProperty([
      'default.other',
      'invalid',
    ])
    const literal = { default: { other: shown } }
    expect(addresses.restore(literal, literal, [])).toEqual(literal)
  })

  it('show nothing to keep where the stored secret is no address', () => {
    const marker = { $secret: 'set', fingerprint: addresses.fingerprint('made-up'), shown }
    expect(
      errorsOf(() => addresses.restore({ default: { token: marker } }, { default: { token: 'made-up' } }, [])),
    ).toHaveProperty(['default.token', 'invalid'])
  })
})

describe('withoutCleared', () => {
  it('drops secrets that are null and nothing else', () => {
    const value = { a: { secret: null, name: null }, list: [null, { password: null }], secret: 'x' }
    expect(redactor.withoutCleared(value, [])).toEqual({ a: { name: null }, list: [null, {}], secret: 'x' })
  })
})

describe('laws', () => {
  const key = fc.oneof(
    fc.constantFrom(...secretKeys, 'name', '$secret', '__proto__', 'a.b'),
    fc.string({ maxLength: 4 }),
  )
  const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.constantFrom('set', '***', 'invented-secret'),
      ),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
    ),
  }))

  it('what was read comes back as what is stored', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(redactor.restore(redactor.redact(value, []), value, [])).toEqual(value)
      }),
    )
  })

  it('no secret survives', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const planted = plant(value)
        expect(JSON.stringify(redactor.redact(planted, []))).not.toContain('planted-secret')
      }),
    )
  })
})

/** Puts a recognisable text at every secret's place. */
function plant(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(plant)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, secretKeys.includes(key) ? 'planted-secret' : plant(child)]),
  )
}
