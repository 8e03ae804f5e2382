import type { EquivalentRequest } from '@strata/api-types'

/** A request as a command for a shell; the token is taken from the variable `TOKEN`. */
export function asCurl({ method, path, body }: Pick<EquivalentRequest, 'method' | 'path' | 'body'>, origin: string) {
  const lines = [`curl -X ${method} ${quoted(origin + path)}`, '-H "X-Auth-Token: $TOKEN"']
  if (body !== undefined) {
    lines.push("-H 'Content-Type: application/json'", `--data ${quoted(JSON.stringify(body, null, 2))}`)
  }
  return lines.join(' \\\n  ')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
