import type { StorageTestEnded, StorageTestLine } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import type { Client, Reply } from '../_app.ts'

/** The answer to a test that was asked for in the console. */
export interface DraftTest {
  readonly reply: Reply
  readonly lines: StorageTestLine[]
  readonly ladder: string[]
}

/** Asks for a test and waits for its end. */
export async function testDraft(client: Client, path: string, data: JsonObject): Promise<DraftTest> {
  const reply = await client.post(path, data)
  const lines = reply.status === 200 ? linesOf(reply.text) : []
  const ended = lines.filter((line): line is StorageTestEnded => 'ms' in line)
  return { reply, lines, ladder: ended.map(({ step, state }) => `${step} ${state}`) }
}

export function linesOf(text: string): StorageTestLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
