import { secretByName, withAddressesMasked } from '@strata/kazoo-schemas'

/** Names under which requests, documents and settings carry secrets, beside those of credentials. */
const SECRET_NAME =
  /^(x-auth-token|authorization|proxy-authorization|cookie|set-cookie|settings)$|^pvt_|password|secret|token|credential|api_?key/i
const HIDDEN = '[not logged]'
const DEEPEST = 8

/**
 * What is logged of an object: values under secret names are replaced, the secrets of addresses are masked, errors shown
 * with their causes.
 */
export function withoutSecrets(logged: Record<string, unknown>): Record<string, unknown> {
  return members(logged, 0)
}

function members(object: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, isSecretName(name) ? HIDDEN : shown(value, depth + 1)]),
  )
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) || secretByName(name) !== undefined
}

function shown(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withAddressesMasked(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return shownError(value, depth)
  if (depth > DEEPEST) return '[deeper]'
  if (Array.isArray(value)) return value.map((item) => shown(item, depth + 1))
  if (value instanceof URL) return withAddressesMasked(value.href)
  if (value instanceof Date) return value.toISOString()
  return members(value, depth)
}

/** Only these members: errors of libraries carry whole requests and documents. */
function shownError(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    ...('kind' in error ? { kind: error.kind } : {}),
    message: withAddressesMasked(error.message),
    stack: error.stack === undefined ? undefined : withAddressesMasked(error.stack),
    ...(error.cause === undefined || depth > DEEPEST ? {} : { cause: shown(error.cause, depth + 1) }),
  }
}
