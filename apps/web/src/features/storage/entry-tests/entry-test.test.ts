import type { StorageTestLine } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import {
  beginTest,
  type EntryTest,
  type EntryTestState,
  failedWhenSaved,
  refusedTest,
  storedTest,
  testStateOf,
  withLine,
} from './entry-test.ts'

const entry = { handler: 's3', settings: { bucket: 'b', secret: { $secret: 'set' } } }
const edited = { handler: 's3', settings: { bucket: 'c', secret: { $secret: 'set' } } }
const error = { error_code: 403, error_body: null, message: 'Access Denied' }
const write = { step: 'write', ms: 3, message: 'Written.', said: null } as const
const told = (...lines: StorageTestLine[]) => lines.reduce((test, line) => withLine(test, line, 7), beginTest(entry))

describe(testStateOf, () => {
  const rows: { note: string; test: EntryTest | undefined; now?: JsonObject; expected: EntryTestState }[] = [
    { note: 'no test', test: undefined, expected: 'untested' },
    { note: 'a test that began', test: beginTest(entry), expected: 'running' },
    { note: 'a test in a step', test: told({ step: 'write', state: 'running' }), expected: 'running' },
    { note: 'a test that runs on what was edited since', test: beginTest(entry), now: edited, expected: 'running' },
    { note: 'a failed step before the result', test: told({ ...write, state: 'failed' }), expected: 'running' },
    { note: 'a pass', test: told({ result: 'passed' }), expected: 'passed' },
    {
      note: 'a pass, of content that is the same',
      test: told({ result: 'passed' }),
      now: { ...entry },
      expected: 'passed',
    },
    {
      note: 'a pass, of what has another name since',
      test: told({ result: 'passed' }),
      now: { ...entry, name: 'Archive' },
      expected: 'passed',
    },
    { note: 'a pass of another entry', test: told({ result: 'passed' }), now: edited, expected: 'stale' },
    {
      note: 'what only a node can test',
      test: told({ result: 'untestable', message: 'Only a node can.' }),
      expected: 'untestable',
    },
    { note: 'a failure', test: told({ result: 'failed', error }), expected: 'failed' },
    { note: 'a failure of another entry', test: told({ result: 'failed', error }), now: edited, expected: 'stale' },
    { note: 'a test that the server refused', test: refusedTest(beginTest(entry), 'No.', 7), expected: 'failed' },
    { note: 'a failure told by a save', test: failedWhenSaved(entry, error, 7), expected: 'failed' },
    {
      note: 'a failure told by a save, edited since',
      test: failedWhenSaved(entry, error, 7),
      now: edited,
      expected: 'stale',
    },
  ]
  for (const { note, test, now = entry, expected } of rows) {
    it(`${expected}: ${note}`, () => expect(testStateOf(test, now)).toBe(expected))
  }
})

describe(withLine, () => {
  it('puts the end of a step in place of its beginning', () => {
    const ended = { ...write, state: 'passed' } as const
    expect(told({ step: 'write', state: 'running' }, ended).steps).toEqual([ended])
  })

  it('keeps when it ended, and why', () => {
    expect(told({ result: 'passed' }).outcome).toEqual({ result: 'passed', at: 7 })
    expect(told({ result: 'failed', error }).outcome).toEqual({ result: 'failed', at: 7, message: 'Access Denied' })
  })
})

describe(refusedTest, () => {
  it('leaves a test that has its result', () => {
    const passed = told({ result: 'passed' })
    expect(refusedTest(passed, 'Cut off.', 9)).toBe(passed)
  })

  it('has no step that still seems to run', () => {
    expect(refusedTest(told({ step: 'write', state: 'running' }), 'Cut off.', 9).steps).toEqual([])
  })
})

describe(storedTest, () => {
  const passed = told({ result: 'passed' })
  const stored = { ...entry, _sig: 's' }

  it('holds of what is stored, when that is what was tested', () => {
    expect(testStateOf(storedTest(passed, { sent: entry, stored }), stored)).toBe('passed')
  })

  it('holds of what got another name before it was stored', () => {
    const renamed = { ...entry, name: 'Archive' }
    expect(testStateOf(storedTest(passed, { sent: renamed, stored: renamed }), renamed)).toBe('passed')
  })

  it('is stale when another entry was stored', () => {
    expect(testStateOf(storedTest(passed, { sent: edited, stored: edited }), edited)).toBe('stale')
  })
})
