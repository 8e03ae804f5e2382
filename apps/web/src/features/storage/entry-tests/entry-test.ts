import type {
  StorageTestEnded,
  StorageTestError,
  StorageTestLine,
  StorageTestResult,
  StorageTestStarted,
} from '@strata/api-types'
import { deepEqual, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { testedPart } from '@strata/storage-plan'

/** How a test ended, and when (milliseconds). */
export type EntryTestOutcome =
  | { readonly result: 'passed'; readonly at: number }
  | { readonly result: 'failed'; readonly at: number; readonly message: string }
  /** There was no test: the server did not take the entry, or its answer did not come whole. */
  | { readonly result: 'refused'; readonly at: number; readonly message: string }
  /** Only a node of the cluster could make one. */
  | { readonly result: 'untestable'; readonly at: number; readonly message: string }

/** What is known of the last test of a back-end or connection. */
export interface EntryTest {
  /** What was tested. */
  readonly entry: JsonObject
  readonly steps: readonly (StorageTestStarted | StorageTestEnded)[]
  /** Undefined while it runs. */
  readonly outcome: EntryTestOutcome | undefined
}

export type EntryTestState = 'untested' | 'running' | 'passed' | 'failed' | 'untestable' | 'stale'

/** What the last test says of an entry as it is now: nothing certain once that is another than the one tested. */
export function testStateOf(test: EntryTest | undefined, entry: JsonObject): EntryTestState {
  if (test === undefined) return 'untested'
  if (test.outcome === undefined) return 'running'
  if (!isOf(test, entry)) return 'stale'
  return test.outcome.result === 'refused' ? 'failed' : test.outcome.result
}

export function beginTest(entry: JsonObject): EntryTest {
  return { entry, steps: [], outcome: undefined }
}

/** A test after one more line of its answer. */
export function withLine(test: EntryTest, line: StorageTestLine, now: number): EntryTest {
  if ('result' in line) return { ...test, outcome: outcomeOf(line, now) }
  const before = test.steps.filter(({ step }) => step !== line.step)
  return { ...test, steps: [...before, line] }
}

/** A test that came to no result; one that had ended stays as it is. */
export function refusedTest(test: EntryTest, message: string, now: number): EntryTest {
  if (test.outcome !== undefined) return test
  const steps = test.steps.filter(({ state }) => state !== 'running')
  return { ...test, steps, outcome: { result: 'refused', at: now, message } }
}

/** A test that the server made before it would have stored an entry; it told no steps. */
export function failedWhenSaved(entry: JsonObject, error: StorageTestError, now: number): EntryTest {
  return { entry, steps: [], outcome: failure(error, now) }
}

interface EntrySave {
  readonly sent: JsonValue | undefined
  readonly stored: JsonObject
}

/** The test of an entry that was saved just so: it is of what is stored now, whose secrets are hidden. */
export function storedTest(test: EntryTest, { sent, stored }: EntrySave): EntryTest {
  return isJsonObject(sent) && isOf(test, sent) ? { ...test, entry: stored } : test
}

function isOf(test: EntryTest, entry: JsonObject): boolean {
  return deepEqual(testedPart(test.entry), testedPart(entry))
}

function outcomeOf(result: StorageTestResult, now: number): EntryTestOutcome {
  return result.result === 'failed' ? failure(result.error, now) : { ...result, at: now }
}

function failure({ message }: StorageTestError, now: number): EntryTestOutcome {
  return { result: 'failed', at: now, message }
}
