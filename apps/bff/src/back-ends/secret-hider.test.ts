import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSecretHider, secretsOfAddress } from './secret-hider.ts'

const secret = 'Made-up/se&cret "né+x" 50%'
const hider = createSecretHider([secret])
const inHex = (text: string) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'for a component of a URL': encodeURIComponent,
  'for a component, in lower-case hex': (text) =>
    encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()),
  'for a whole URL': encodeURI,
  'for a form': (text) => new URLSearchParams({ a: text }).toString().slice(2),
  'byte by byte': inHex,
  'twice for a URL': (text) => encodeURIComponent(encodeURIComponent(text)),
  'for JSON': (text) => JSON.stringify(text).slice(1, -1),
  'for JSON in JSON': (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  'for JSON, with slashes escaped': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'for JavaScript': (text) =>
    text
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  'for HTML': (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  'for HTML by numbers': (text) => text.replaceAll(/[^\w]/gu, (character) => `&#${character.codePointAt(0)};`),
  'for HTML by hex numbers': (text) =>
    text.replaceAll(/[^\w]/gu, (character) => `&#x${character.codePointAt(0)?.toString(16)};`),
  'for a URL in HTML': (text) => encodeURI(text).replaceAll('&', '&amp;'),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'in base64 within a URL': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
}

describe('a secret is hidden', () => {
  for (const [note, encode] of Object.entries(encodings)) {
    it(note, () => expect(hider.hide(`before ${encode(secret)} after`)).toBe('before ••• after'))
  }

  it('where it was written encoded, and is repeated decoded', () => {
    const encoded = createSecretHider(['made%2Dup%2fword'])
    expect(encoded.hide('made-up/word made%2dup%2Fword made-up%2Fword')).toBe('••• ••• •••')
  })

  it('in whatever case', () => expect(createSecretHider(['Made-Up']).hide('MADE-UP made%2dup')).toBe('••• •••'))

  it('at the beginning, at the end, again and again, and not what is between', () => {
    const two = createSecretHider(['first-one', 'second-one'])
    expect(two.hide('first-one, second-one; first-one')).toBe('•••, •••; •••')
  })

  it('whole, where one begins within another', () => {
    expect(createSecretHider(['abcdef', 'defghi']).hide('-abcdefghi-')).toBe('-•••-')
  })

  it('beside a percent sign or an ampersand that is not part of it', () => {
    expect(createSecretHider(['41made-up']).hide('100%41made-up &#41made-up; \\u41made-up')).not.toContain('made-up')
  })

  it('in names, texts and numbers of a body, and nothing else changes', () => {
    const body = createSecretHider(['made-up', '4711'])
    expect(body.hideIn({ 'a made-up': ['made-up', 4711, 471, true, null], b: 'b' })).toEqual({
      'a •••': ['•••', '•••', 471, true, null],
      b: 'b',
    })
  })

  it('not where it is too short to be told from anything else', () => {
    expect(createSecretHider(['abc', '']).hide('abcabc')).toBe('abcabc')
  })
})

it('no secret is left in a text, however it was put there', () => {
  const word = fc.string({ minLength: 6, maxLength: 12, unit: 'grapheme' }).filter((text) => text.trim().length >= 6)
  const encode = fc.constantFrom(...Object.values(encodings))
  fc.assert(
    fc.property(word, encode, fc.string(), fc.string(), (own, write, before, after) => {
      const hidden = createSecretHider([own]).hide(`${before} ${write(own)} ${after}`)
      expect(hidden).toContain('•••')
    }),
  )
})

it('a text that holds no secret is told as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(createSecretHider(['made-up-and-not-there']).hide(text)).toBe(text)
    }),
  )
})

describe('what would take long is not told at all', () => {
  const untold = expect.stringContaining('too many secrets')

  it('a text full of secrets', () => {
    expect(createSecretHider(['aaaa']).hide('a'.repeat(10_003))).toBe('•••')
    expect(createSecretHider(['aaaa']).hide('a'.repeat(10_004))).toEqual(untold)
    expect(createSecretHider(['aaaa', 'aaaaa']).hideIn({ b: 'a'.repeat(10_000) })).toEqual({ b: untold })
  })

  it('anything, beside more secrets than a back-end has, of which no more are kept', () => {
    const secrets = Array.from({ length: 50 }, (_, index) => `made-up-${index}`)
    const full = createSecretHider([...secrets, ...secrets])
    expect(full.hide('made-up-49.')).toBe('•••.')
    full.add('made-up-50')
    expect([full.hide('anything'), full.hideIn([7, 'x'])]).toEqual([untold, [expect.anything(), untold]])
  })

  it('anything, beside one that is as long as a book', () => {
    expect(createSecretHider(['x'.repeat(20_001)]).hide('anything')).toEqual(untold)
    expect(createSecretHider(['x'.repeat(20_000)]).hide('anything')).toBe('anything')
  })
})

describe(secretsOfAddress, () => {
  for (const { note, address, secrets } of [
    { note: 'nothing of an address without', address: 'https://h/in', secrets: [] },
    {
      note: 'user and password, together and alone',
      address: 'https://who:what@h/',
      secrets: ['who:what', 'who', 'what'],
    },
    { note: 'a lone user', address: 'https://token@h/', secrets: ['token'] },
    { note: 'each value', address: 'https://h/?a=value&b=other', secrets: ['value', 'other'] },
    { note: 'a short value with its name', address: 'https://h/?v=1&key=abc', secrets: ['v=1', 'key=abc'] },
  ]) {
    it(`gives ${note}`, () => expect(secretsOfAddress(address)).toEqual(secrets))
  }
})
