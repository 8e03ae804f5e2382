import type { StorageTestEnded, StorageTestError, StorageTestLine } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { createAllowList } from '#bff/back-ends/outbound/allow-list.ts'
import { type OutsideWorld, outsideWorld } from '#bff/back-ends/outside-world.ts'
import { type TestTools, testBackEnd } from '#bff/back-ends/test-back-end.ts'

export const accountId = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'
export const backEndId = '9f8e7d6c5b4a39281706f5e4d3c2b1a0'

/** A test as it was told, and what came of it. */
export interface Run {
  readonly error: StorageTestError | undefined
  /** `write passed`, in order; what began is left out. */
  readonly ladder: string[]
  readonly ended: StorageTestEnded[]
  /** Everything that was told, as one text to search. */
  readonly text: string
}

export interface RunOptions extends Partial<Pick<TestTools, 'refuseUrl'>> {
  readonly outside?: Partial<OutsideWorld>
  readonly allow?: readonly string[]
  readonly signal?: AbortSignal
  readonly tools?: Partial<TestTools>
}

/** Tests a back-end as a save or the console would, with loopback addresses allowed. */
export async function runTest(entry: JsonObject, options: RunOptions = {}): Promise<Run> {
  const lines: StorageTestLine[] = []
  const subject = { id: backEndId, entry, accountId, database: `account/a1/b2/${accountId.slice(4)}-202611` }
  const { signal = new AbortController().signal } = options
  const error = await testBackEnd(subject, toolsOf(options), { tell: (line) => lines.push(line), signal })
  const ended = lines.filter((line) => 'ms' in line)
  return {
    error,
    ended,
    ladder: ended.map(({ step, state }) => `${step} ${state}`),
    text: JSON.stringify({ lines, error }),
  }
}

let ids = 0

export function toolsOf({
  outside,
  allow = ['127.0.0.0/8'],
  refuseUrl = () => undefined,
  tools,
}: RunOptions): TestTools {
  return {
    outside: { ...outsideWorld, ...outside },
    allow: createAllowList(allow),
    refuseUrl,
    clock: () => new Date(),
    oauth: {
      get: async () => Promise.reject(new Error('This test has no OAuth documents.')),
      forget: () => undefined,
    },
    newId: () => (++ids).toString(16).padStart(32, '0'),
    ...tools,
  }
}
