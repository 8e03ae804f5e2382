/** Names under which requests, documents and settings carry secrets. */
const SECRET_NAME =
  /^(x-auth-token|authorization|proxy-authorization|cookie|set-cookie|settings)$|^pvt_|password|secret|token|credential|api_?key/i
const HIDDEN = '[not logged]'
const DEEPEST = 8

/** What is logged of an object: values under secret names are replaced, errors shown with their causes. */
export function withoutSecrets(logged: Record<string, unknown>): Record<string, unknown> {
  return members(logged, 0)
}

function members(object: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, SECRET_NAME.test(name) ? HIDDEN : shown(value, depth + 1)]),
  )
}

function shown(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return shownError(value, depth)
  if (depth > DEEPEST) return '[deeper]'
  if (Array.isArray(value)) return value.map((item) => shown(item, depth + 1))
  if (value instanceof Date) return value.toISOString()
  return members(value, depth)
}

/** Only these members: errors of libraries carry whole requests and documents. */
function shownError(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    ...('kind' in error ? { kind: error.kind } : {}),
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined || depth > DEEPEST ? {} : { cause: shown(error.cause, depth + 1) }),
  }
}
