import type { StorageTestLine } from '@strata/api-types'
import { describe, expect, it } from 'vitest'
import { beginTest, withLine } from './entry-test.ts'
import { shownSteps } from './test-steps.ts'

const told = { ms: 1, message: '', said: null }
const failed: StorageTestLine = { result: 'failed', error: { error_code: 401, error_body: null, message: 'No.' } }
const shown = (map: Parameters<typeof shownSteps>[1], ...lines: StorageTestLine[]) =>
  shownSteps(
    lines.reduce((test, line) => withLine(test, line, 0), beginTest({})),
    map,
  ).map(({ step, state }) => `${step} ${state}`)

describe(shownSteps, () => {
  it('tells only what was told while a test runs', () => {
    const lines = shown(
      'attachments',
      { step: 'resolve', state: 'passed', ...told },
      { step: 'connect', state: 'running' },
    )
    expect(lines).toEqual(['resolve passed', 'connect running'])
  })

  it('says what was not tried after a failure, in the order of the steps, what was removed in its place', () => {
    const lines = shown(
      'attachments',
      { step: 'write', state: 'passed', ...told },
      { step: 'read', state: 'failed', ...told },
      { step: 'delete', state: 'passed', ...told },
      failed,
    )
    expect(lines).toEqual(['write passed', 'read failed', 'compare untried', 'delete passed'])
  })

  it('knows the steps of a connection', () => {
    const lines = shown('connections', { step: 'version', state: 'failed', ...told }, failed)
    expect(lines).toEqual(['version failed', 'authenticate untried', 'create_database untried'])
  })

  it('tells nothing of a failure that has no steps', () => {
    expect(shown('attachments', failed)).toEqual([])
  })
})
