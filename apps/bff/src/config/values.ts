import { isIP } from 'node:net'

/** Turns a variable's text into its value; `undefined` when the text will not do. */
export type Parse<T> = (text: string) => T | undefined

export const anyText: Parse<string> = (text) => text

export const port: Parse<number> = (text) =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined

export const host: Parse<string> = (text) => (/^[\w.:%-]+$/.test(text) ? text : undefined)

export const truth: Parse<boolean> = (text) =>
  /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined

/** An account's name is looked up by its letters and digits, so it needs one. */
export const accountName: Parse<string> = (text) => (/[a-z0-9]/i.test(text) ? text : undefined)

/** One of a closed set of words. */
export function oneOf<const T extends string>(words: readonly T[]): Parse<T> {
  return (text) => words.find((word) => word === text)
}

/** The address of a server, with user and password where it has them. */
export const serverUrl: Parse<string> = (text) => {
  const url = toUrl(text)
  return url !== undefined && url.search === '' && url.hash === '' && canDecode(url) ? text : undefined
}

/** An origin: no path, no user. */
export const origin: Parse<string> = (text) => {
  const url = toUrl(text)
  return url?.origin === text.replace(/\/$/, '') ? url.origin : undefined
}

/** A list of origins, or `*` for any. */
export const origins: Parse<'*' | readonly string[]> = (text) => (text === '*' ? '*' : list(origin)(text))

/** Addresses, networks (`10.0.0.0/8`) and the names that Express knows. */
export const proxies: Parse<readonly string[]> = (text) => list(proxy)(text)

const proxy: Parse<string> = (text) => (['loopback', 'linklocal', 'uniquelocal'].includes(text) ? text : network(text))

/** Addresses, networks and host names. */
export const probeTargets: Parse<readonly string[]> = (text) => list(probeTarget)(text)

/** What looks like an address must be one. */
const probeTarget: Parse<string> = (text) =>
  network(text) ?? (/^(?=.*[a-z])[a-z0-9._-]+$/i.test(text) ? text : undefined)

const network: Parse<string> = (text) => {
  const [address = '', bits, ...more] = text.split('/')
  const longest = { 4: 32, 6: 128 }[isIP(address)]
  if (longest === undefined || more.length > 0) return undefined
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest) ? text : undefined
}

function list<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (text) => {
    const items = text.split(',').map((item) => parse(item.trim()))
    const good = items.filter((item) => item !== undefined)
    return good.length === items.length ? good : undefined
  }
}

function toUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined
}

function canDecode({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password)
    return true
  } catch {
    return false
  }
}
