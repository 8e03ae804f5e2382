import { describe, expect, it } from 'vitest'
import { addressFault, builtInBlacklist, hostFault, urlRefusal } from './http-url.ts'

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

describe(addressFault, () => {
  for (const text of [
    'http://my.http.server:37635/some_prefix',
    'HTTPS://user:invented%20word@rec.example.net/in?file=&key=a%5Cb#part',
    'https://[2001:db8::1]/',
    'https://müller.example/in',
    'https://rec.example.net/people/me@example.org',
  ]) {
    it(`takes ${text}`, () => expect(addressFault(text)).toBeUndefined())
  }
  for (const { note, text, says } of [
    { note: 'no address', text: 'somewhere', says: 'begins with http' },
    { note: 'another scheme', text: 'ftp://files.example.net', says: 'begins with http' },
    { note: 'one slash', text: 'https:/rec.example.net/in', says: 'begins with http' },
    { note: 'no slash', text: 'https:rec.example.net', says: 'begins with http' },
    { note: 'three slashes', text: 'https:///rec.example.net', says: 'begins with http' },
    { note: 'backslashes for slashes', text: 'https:\\\\rec.example.net', says: 'begins with http' },
    { note: 'white space before it', text: ' https://rec.example.net', says: 'begins with http' },
    { note: 'a tab in its scheme', text: 'ht\ttps://rec.example.net', says: 'begins with http' },
    { note: 'a # in its password', text: 'https://u:ma#de@rec.example.net', says: '%23' },
    { note: 'a space in its password', text: 'https://u:ma de@rec.example.net', says: '%20' },
    { note: 'a space in its path', text: 'https://rec.example.net/in here', says: 'a space' },
    { note: 'a line break', text: 'https://rec.example.net/\nin', says: 'line break' },
    { note: 'a control character', text: 'https://rec.example.net/\u0007', says: 'nobody sees' },
    { note: 'a right-to-left override', text: 'https://rec.example.net/\u202egpj', says: 'nobody sees' },
    { note: 'a zero-width space', text: 'https://rec.\u200bexample.net/', says: 'nobody sees' },
    { note: 'a backslash', text: 'https://rec.example.net\\@evil.example/', says: '%5C' },
  ]) {
    it(`refuses ${note}`, () => expect(addressFault(text)).toContain(says))
  }
})

describe(hostFault, () => {
  for (const text of ['s3.example.net', 'localhost', 'minio:9000', '192.0.2.7', '2001:db8::1', '']) {
    it(`takes '${text}'`, () => expect(hostFault(text)).toBeUndefined())
  }
  for (const { note, text, says } of [
    { note: 'an address', text: 'https://s3.example.net', says: 'server alone' },
    { note: 'a path', text: 's3.example.net/bucket', says: 'server alone' },
    { note: 'a user', text: 'user:made-up@s3.example.net', says: 'server alone' },
    { note: 'a space', text: 's3. example.net', says: 'a space' },
    { note: 'a zero-width space', text: 's3.\u200bexample.net', says: 'nobody sees' },
    { note: 'a backslash', text: 's3.example.net\\', says: '%5C' },
  ]) {
    it(`refuses ${note}`, () => expect(hostFault(text)).toContain(says))
  }
})
