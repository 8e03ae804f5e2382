import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { asCurl } from './as-curl.ts'

/** What a shell makes of a command: its words. */
function words(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`
  const output = execFileSync('sh', ['-c', script], { env: { TOKEN: 'invented' }, encoding: 'utf8' })
  return output.split('\0').slice(0, -1)
}

describe(asCurl, () => {
  it('is the request for a shell, with the token from its variable', () => {
    const body = { data: { timeout_ms: 5 } }
    const command = asCurl({ method: 'PATCH', path: '/v2/system_configs/sysconf/z1', body }, 'https://strata.example')
    expect(command).toContain('$TOKEN')
    expect(words(command)).toEqual([
      '-X',
      'PATCH',
      'https://strata.example/v2/system_configs/sysconf/z1',
      '-H',
      'X-Auth-Token: invented',
      '-H',
      'Content-Type: application/json',
      '--data',
      JSON.stringify(body, null, 2),
    ])
  })

  it('gives the shell nothing to read out of a value or a path', () => {
    const body = { data: { text: 'it\'s "$TOKEN" `id` $(id) \\' } }
    const given = words(asCurl({ method: 'POST', path: "/v2/system_configs/it's", body }, 'http://127.0.0.1'))
    expect(given[2]).toBe("http://127.0.0.1/v2/system_configs/it's")
    expect(JSON.parse(given.at(-1) ?? '')).toEqual(body)
  })

  it('has no body where the request has none', () => {
    const command = asCurl({ method: 'DELETE', path: '/v2/system_configs/sysconf' }, 'http://127.0.0.1')
    expect(words(command)).toHaveLength(5)
  })
})
