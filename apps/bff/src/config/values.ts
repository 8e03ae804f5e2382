import { isIP } from 'node:net'
import { z } from 'zod'

/** A text that is not empty: what an empty variable says counts as unset. */
export const text = z.string()

export const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535))

export const host = z.string().regex(/^[\w.:%-]+$/)

export const truth = z.stringbool({ truthy: ['true'], falsy: ['false'] })

/** An account's name is looked up by its letters and digits, so it needs one. */
export const accountName = z.string().regex(/[a-z0-9]/i)

/** The address of a server, with user and password where it has them. */
export const serverUrl = z.string().refine((written) => {
  const url = toUrl(written)
  return url !== undefined && url.search === '' && url.hash === '' && canDecode(url)
})

/** An origin: no path, no user. */
export const origin = z
  .string()
  .refine((written) => toUrl(written)?.origin === written.replace(/\/$/, ''))
  .transform((written) => new URL(written).origin)

/** A list of origins, or `*` for any. */
export const origins = z.union([z.literal('*'), list(origin)])

/** Addresses, networks (`10.0.0.0/8`) and the names that Express knows. */
export const proxies = list(z.union([z.enum(['loopback', 'linklocal', 'uniquelocal']), z.string().refine(isNetwork)]))

/** Addresses, networks and host names; what looks like an address must be one. */
export const probeTargets = list(
  z.union([z.string().refine(isNetwork), z.string().regex(/^(?=.*[a-z])[a-z0-9._-]+$/i)]),
)

function list<T extends z.ZodType<string, string>>(item: T) {
  return z
    .string()
    .transform((written) => written.split(',').map((one) => one.trim()))
    .pipe(z.array(item))
}

function isNetwork(written: string): boolean {
  const [address = '', bits, ...more] = written.split('/')
  const longest = { 4: 32, 6: 128 }[isIP(address)]
  if (longest === undefined || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest)
}

function toUrl(written: string): URL | undefined {
  const url = URL.canParse(written) ? new URL(written) : undefined
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
