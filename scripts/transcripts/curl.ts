import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { JsonObject, JsonValue } from '../../packages/json/src/index.ts'

const run = promisify(execFile)
const maxAnswerBytes = 32 * 1024 * 1024

export interface CurlRequest {
  readonly method: string
  readonly url: string
  readonly token: string
  readonly body: JsonObject | undefined
}

export interface CurlAnswer {
  readonly status: number
  readonly body: JsonValue
}

/** Sends one request as the documents do, with `curl`. */
export async function curl({ method, url, token, body }: CurlRequest): Promise<CurlAnswer> {
  const content =
    body === undefined ? [] : ['-H', 'Content-Type: application/json', '--data-binary', JSON.stringify(body)]
  const { stdout } = await run(
    'curl',
    ['--silent', '--show-error', '-X', method, '-H', `X-Auth-Token: ${token}`, ...content, '-w', '\n%{http_code}', url],
    { maxBuffer: maxAnswerBytes },
  )
  const end = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(end + 1)), body: JSON.parse(stdout.slice(0, end)) }
}
