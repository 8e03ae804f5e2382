import { describe, expect, it } from 'vitest'
import { builtInBlacklist, urlRefusal } from './http-url.ts'

describe(urlRefusal, () => {
  for (const url of [
    'http://my.http.server:37635/some_prefix',
    'https://user:invented@rec.example.net/in?file=',
    'http://127.0.0.2/',
    'http://10.0.0.1/',
    'http://notlocalhost/',
    'https://[2001:db8::1]/',
  ]) {
    it(`allows ${url}`, () => expect(urlRefusal(url, builtInBlacklist)).toBeUndefined())
  }

  for (const { note, url } of [
    { note: 'no URL', url: 'somewhere' },
    { note: 'an empty text', url: '' },
    { note: 'another scheme', url: 'ftp://files.example.net/' },
    { note: 'a file', url: 'file:///etc/passwd' },
    { note: 'localhost', url: 'http://localhost:8080/x' },
    { note: 'localhost in capitals', url: 'http://LOCALHOST/' },
    { note: 'localhost with the root dot', url: 'http://localhost./' },
    { note: 'the loopback address', url: 'http://127.0.0.1/' },
    { note: 'the loopback address in hexadecimal', url: 'http://0x7f000001/' },
    { note: 'the loopback address shortened', url: 'http://127.1/' },
    { note: 'the loopback address inside IPv6', url: 'http://[::ffff:127.0.0.1]/' },
    { note: 'the address of nowhere', url: 'http://0.0.0.0/' },
  ]) {
    it(`refuses ${note}`, () => expect(urlRefusal(url, builtInBlacklist)).toEqual(expect.any(String)))
  }

  it('a stored list replaces the built-in one; what is no network is passed over', () => {
    const stored = {
      hosts: ['rec.example.net'],
      cidrs: ['10.0.0.0/8', 'nonsense', '1.2.3.4/99', '2001:db8::/32', '192.0.2.1'],
    }
    expect(urlRefusal('http://127.0.0.1/', stored)).toBeUndefined()
    expect(urlRefusal('http://1.2.3.4/', stored)).toBeUndefined()
    expect(urlRefusal('http://rec.example.net/', stored)).toEqual(expect.any(String))
    expect(urlRefusal('http://10.9.8.7/', stored)).toEqual(expect.any(String))
    expect(urlRefusal('http://[2001:db8::7]/', stored)).toEqual(expect.any(String))
    expect(urlRefusal('http://192.0.2.1/', stored)).toEqual(expect.any(String))
  })
})
