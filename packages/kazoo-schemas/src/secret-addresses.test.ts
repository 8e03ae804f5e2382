import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressSecrets,
  holdsPassword,
  isDisguisedAddress,
  isMaskedAddress,
  keptAddress,
  secretMask,
  shownAddress,
  withAddressesMasked,
} from './secret-addresses.ts'
import { isConfigSecret } from './secrets.ts'

describe(shownAddress, () => {
  for (const { note, text, shown } of [
    { note: 'user and password', text: 'https://u:p@h:443/in', shown: 'https://•••@h:443/in' },
    { note: 'a lone user', text: 'https://token@h/in', shown: 'https://•••@h/in' },
    { note: 'a password with an @', text: 'https://u:p@ss@h/in', shown: 'https://•••@h/in' },
    { note: 'a query value, whatever its name', text: 'https://h/in?a=1&key=x', shown: 'https://h/in?a=•••&key=•••' },
    { note: 'both', text: 'https://u:p@h:443/p?key=x', shown: 'https://•••@h:443/p?key=•••' },
    { note: 'a value with a question mark', text: 'https://h?u=/x?y=z', shown: 'https://h?u=•••' },
    { note: 'what has no name', text: 'https://h/in?made-up', shown: 'https://h/in?•••' },
    { note: 'a fragment with a name', text: 'https://h/#access_token=x&b', shown: 'https://h/#access_token=•••&b' },
    { note: 'nothing of what is empty', text: 'https://u:p@h/?file=', shown: 'https://•••@h/?file=' },
    { note: 'nothing of what is put there', text: 'https://h/?n={{nr}}&k=x', shown: 'https://h/?n={{nr}}&k=•••' },
    { note: 'another scheme', text: 'amqp://u:p@rabbit:5672/vhost', shown: 'amqp://•••@rabbit:5672/vhost' },
    {
      note: 'a driver before the scheme',
      text: 'jdbc:mysql://u:p@h/db?password=x',
      shown: 'jdbc:mysql://•••@h/db?password=•••',
    },
    { note: 'white space before it', text: ' https://u:p@h/', shown: ' https://•••@h/' },
    {
      note: 'all of one that is too long to take apart',
      text: `https://h/?${'a=b&'.repeat(2000)}`,
      shown: 'https://•••',
    },
    { note: 'lines', text: 'https://u:p@h/\n?a=b\nc', shown: 'https://•••@h/\n?a=•••' },
  ]) {
    it(`hides ${note}`, () => expect(shownAddress(text)).toBe(shown))
  }

  for (const text of [
    'https://h/in',
    'https://h/in?file=',
    'https://h/@who',
    'https://h/in#part',
    'https://h/x?tn={{phone_number}}',
    'https://•••@h/in?key=•••',
    'sip:who@host',
    'no address',
    'tone_stream://v=-7;>=2;+=.1;%(300,0,523,659)',
    '',
  ]) {
    it(`has nothing to hide in '${text}'`, () => expect(shownAddress(text)).toBeUndefined())
  }
})

describe(isDisguisedAddress, () => {
  for (const text of [
    'https://user:my pass@example.org/p',
    'https:/user:made-up@example.org/p',
    'https:user:made-up@example.org',
    'https:\\\\user:made-up@example.org/',
    'https:///user:made-up@example.org/',
    'https://us\ter:made-up@example.org/',
    'ht\ttps://example.org/?k=made-up',
    'amqp://user:ma#de@h',
    'amqp://user:ma?de@h/',
    'amqp://user:ma/de@h/',
  ]) {
    it(`shows nothing of ${JSON.stringify(text)}`, () => {
      expect(isDisguisedAddress(text)).toBe(true)
      expect(shownAddress(text)).toBeUndefined()
      expect(isConfigSecret(['default', 'a'], text)).toBe(true)
      expect(withAddressesMasked(`GET ${text} failed`)).not.toMatch(/made-up|my pass|ma[#?/]de/)
    })
  }
  for (const text of [
    'https://user:made-up@example.org/p',
    'https://example.org:8080/people/me@example.org',
    'https://example.org/a:b@c',
    'https://example.org:443?mail=',
    'sip:1000:x@example.org',
    'mailto:me@example.org',
    'at 10:30, me@example.org',
  ]) {
    it(`is none: ${text}`, () => expect(isDisguisedAddress(text)).toBe(false))
  }
})

describe(holdsPassword, () => {
  for (const address of [
    'https://user:made-up@example.org/p',
    'https://user:my pass@example.org/p',
    'https:/user:made-up@example.org/p',
    'https:user:made-up@example.org',
    'https:\\\\user:made-up@example.org/',
    'https:///user:made-up@example.org/',
    'amqp://user:ma#de@h',
    'amqp://user:ma?de@h/',
    'amqp://user:ma/de@h/',
  ]) {
    const text = `files go to ${address} at night`
    it(`hides a text: ${text}`, () => {
      expect(holdsPassword(text)).toBe(true)
      expect(isConfigSecret(['default', 'a'], text)).toBe(true)
    })
  }
  for (const text of [
    'ask https://example.org:8080/people or me@example.org',
    'see https://example.org/a:b@c',
    'by 10:30 to me@example.org',
    'http: ask me@example.org',
    'from sip:1000:x@example.org',
    'now at https://•••@example.org',
  ]) {
    it(`leaves a text: ${text}`, () => expect(holdsPassword(text)).toBe(false))
  }
})

describe(keptAddress, () => {
  const stored = 'https://u:p@Files.example:443/in?key=one&key=two&tag=t'
  for (const { note, shown, address } of [
    { note: 'as it was shown', shown: shownAddress(stored) ?? '', address: stored },
    {
      note: 'another path',
      shown: 'https://•••@Files.example:443/other/place?key=•••&key=•••&tag=•••',
      address: 'https://u:p@Files.example:443/other/place?key=one&key=two&tag=t',
    },
    {
      note: 'another parameter',
      shown: 'https://•••@files.example/in?dir=calls&tag=•••&key=•••',
      address: 'https://u:p@files.example/in?dir=calls&tag=t&key=one',
    },
    {
      note: 'one secret that was typed anew',
      shown: 'https://•••@files.example/in?key=new&key=•••',
      address: 'https://u:p@files.example/in?key=new&key=two',
    },
    {
      note: 'another user',
      shown: 'https://me:mine@files.example/?key=•••',
      address: 'https://me:mine@files.example/?key=one',
    },
    { note: 'secrets taken away', shown: 'https://files.example/in', address: 'https://files.example/in' },
    {
      note: 'masks that a library encoded',
      shown: 'https://%E2%80%A2%E2%80%A2%E2%80%A2@files.example/in?key=%e2%80%a2%e2%80%a2%e2%80%a2',
      address: 'https://u:p@files.example/in?key=one',
    },
  ]) {
    it(`takes ${note}`, () => expect(keptAddress(shown, stored)).toEqual({ address }))
  }

  for (const { note, shown } of [
    { note: 'another scheme', shown: 'http://•••@files.example:443/in' },
    { note: 'another host', shown: 'https://•••@evil.example/in?key=•••' },
    { note: 'another port', shown: 'https://•••@files.example:8443/in' },
    { note: 'another port by default', shown: 'https://•••@files.example:80/in' },
    { note: 'a host below', shown: 'https://•••@files.example.evil.example/in' },
    { note: 'no host', shown: 'https://•••@/in' },
    { note: 'no address', shown: '•••' },
    { note: 'a server behind a backslash', shown: 'https://•••@files.example\\@evil.example/in' },
    { note: 'a backslash', shown: 'https://•••@files.example:443\\.evil.example/in' },
    { note: 'a server behind another @', shown: 'https://•••@files.example@evil.example/in' },
    { note: 'a server within a query', shown: 'https://files.example?x=•••@evil.example/' },
    { note: 'white space', shown: 'https://•••@files.example /in' },
    { note: 'a line break', shown: 'https://•••@files.example:443/\nin' },
  ]) {
    it(`keeps no secret for ${note}`, () => expect(keptAddress(shown, stored)).toEqual({ refusal: 'other-server' }))
  }

  for (const { note, shown } of [
    { note: 'a parameter that is not stored', shown: 'https://files.example/in?other=•••' },
    { note: 'one more of a name', shown: 'https://files.example/in?key=•••&key=•••&key=•••' },
    { note: 'the path', shown: 'https://•••@files.example/•••' },
    { note: 'a name', shown: 'https://•••@files.example/in?•••=x' },
    { note: 'a value, half of it erased', shown: 'https://•••@files.example/in?key=••' },
    { note: 'a part of a value', shown: 'https://•••@files.example/in?key=•••x' },
    { note: 'a part of user information', shown: 'https://me:•••@files.example/in' },
    { note: 'a parameter without a name', shown: 'https://files.example/in?•••' },
  ]) {
    it(`knows no secret for a mask in ${note}`, () => {
      expect(keptAddress(shown, stored)).toEqual({ refusal: 'nothing-kept' })
    })
  }

  it('moves no secret into an address that has no user information', () => {
    expect(keptAddress('https://•••@h/', 'https://h/?key=x')).toEqual({ refusal: 'nothing-kept' })
  })
})

describe(isMaskedAddress, () => {
  for (const [text, expected] of [
    ['https://•••@h/', true],
    ['https://h/?key=•••', true],
    ['https://h/?key=x•••', true],
    ['https://•@h/', true],
    ['https://%E2%80%A2%E2%80%A2%E2%80%A2@h/', true],
    ['https://h/•••', false],
    ['•••', false],
    ['https://h/?key=x', false],
  ] as const) {
    it(`is ${expected} of ${text}`, () => expect(isMaskedAddress(text)).toBe(expected))
  }
})

describe(withAddressesMasked, () => {
  for (const { note, text, masked } of [
    {
      note: 'inside a sentence',
      text: 'GET https://u:p@h/x?key=made-up failed',
      masked: 'GET https://•••@h/x?key=••• failed',
    },
    { note: 'several', text: 'amqp://u:p@a,amqp://u:p@b', masked: 'amqp://•••@a,amqp://•••@b' },
    { note: 'within another', text: 'https://proxy/https://u:p@h/', masked: 'https://proxy/https://•••@h/' },
    { note: 'in quotation marks', text: '{"url":"http://u:p@h"}', masked: '{"url":"http://•••@h"}' },
    { note: 'behind a disguised one', text: 'amqp://u:a?b@h/?key=c', masked: 'amqp://•••@h/?key=•••' },
    { note: 'not beyond a port', text: 'at http://h:8000, as a@b', masked: 'at http://h:8000, as a@b' },
    { note: 'nothing else', text: 'a@b and c?d=e, https://h/x', masked: 'a@b and c?d=e, https://h/x' },
  ]) {
    it(`masks secrets ${note}`, () => expect(withAddressesMasked(text)).toBe(masked))
  }
})

describe('laws of addresses', () => {
  const word = fc.stringMatching(/^[a-zA-Z0-9%+._~-]{1,8}$/)
  const address = fc
    .record({
      scheme: fc.constantFrom('http', 'https', 'amqp', 'smtp'),
      user: fc.option(fc.array(word, { minLength: 1, maxLength: 2 })),
      path: fc.array(word, { maxLength: 3 }),
      query: fc.array(fc.tuple(fc.constantFrom('key', 'sig', 'a', 'b'), fc.option(word)), { maxLength: 4 }),
    })
    .map(({ scheme, user, path, query }) => {
      const parameters = query.map(([name, value]) => (value === null ? name : `${name}=${value}`)).join('&')
      const head = `${scheme}://${user === null ? '' : `${user.join(':')}@`}h.example/${path.join('/')}`
      return parameters === '' ? head : `${head}?${parameters}`
    })

  it('what is shown means what is stored, and tells none of its secrets', () => {
    fc.assert(
      fc.property(address, (stored) => {
        const shown = shownAddress(stored)
        if (shown === undefined) {
          expect(addressSecrets(stored)).toEqual([])
          return
        }
        expect(keptAddress(shown, stored)).toEqual({ address: stored })
        expect(shown.split(secretMask)).toHaveLength(addressSecrets(stored).length + 1)
        expect(shownAddress(shown)).toBeUndefined()
      }),
    )
  })

  it('are decided in time that grows with the text alone', () => {
    const hostile = [
      'https:a:'.repeat(30_000),
      'a'.repeat(200_000),
      'a:'.repeat(100_000),
      '://'.repeat(60_000),
      `x://${'?a&'.repeat(60_000)}`,
    ]
    for (const text of [...hostile, ' '.repeat(200_000), `h://${'@'.repeat(200_000)}`]) {
      shownAddress(text)
      withAddressesMasked(text)
    }
  })
})
