import type { JsonValue } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { departuresOf, faults } from '../../../../scripts/transcripts/compare.ts'
import { departures } from '../../../../scripts/transcripts/departures.ts'
import type { Departure, Step, Transcript } from '../../../../scripts/transcripts/step.ts'
import { storageTranscript } from '../../../../scripts/transcripts/storage.ts'
import { systemConfigsTranscript } from '../../../../scripts/transcripts/system-configs.ts'

const transcripts: readonly Transcript[] = [systemConfigsTranscript, storageTranscript]

describe('the table of departures', () => {
  for (const row of departures) {
    const steps = transcripts
      .filter(({ name }) => name === row.transcript)
      .flatMap((transcript) => transcript.steps.map((step) => ({ transcript, step })))
      .filter(({ transcript, step }) => step.answer !== undefined && departuresOf(transcript, step, [row]).length > 0)

    it(`${row.transcript} ${row.field} in ${row.steps?.join(', ') ?? 'every answer'} is a departure of printed answers`, () => {
      expect(steps.length).toBeGreaterThanOrEqual(row.steps?.length ?? 1)
      expect(row.ours).not.toEqual(row.seed)
      expect(row.why).not.toBe('')
    })
  }
})

describe(faults, () => {
  const step: Step = {
    name: 'read',
    method: 'GET',
    path: '/v2/{WHERE}',
    status: 200,
    answer: { data: { '{ID}': { list: ['{ID}'] } }, revision: '{REVISION}', version: '4.0.0' },
  }
  const transcript: Transcript = { name: 'storage', variables: {}, preparation: [], steps: [step] }
  const table: readonly Departure[] = [
    { transcript: 'storage', field: '/version', seed: '4.0.0', ours: /^\d+$/, why: 'ours' },
    { transcript: 'storage', field: '/data/id', seed: undefined, ours: '{ID}', why: 'added' },
    { transcript: 'system_configs', field: '/data', seed: undefined, ours: 'other', why: 'of another transcript' },
  ]
  const good = { data: { abc: { list: ['abc'] }, id: 'abc' }, revision: `1-${'0'.repeat(32)}`, version: '7' }
  const compare = (answer: JsonValue, rows = table) => faults(transcript, step, answer, rows, { ID: 'abc' })

  it('an answer that equals the printed one through the table has none', () => {
    expect(compare(good)).toEqual([])
  })

  for (const { note, answer, at } of [
    { note: 'another value', answer: { ...good, data: { abc: { list: ['abd'] }, id: 'abc' } }, at: '/data/abc/list' },
    { note: 'something missing', answer: { ...good, data: { id: 'abc' } }, at: '/data/abc' },
    { note: 'something more', answer: { ...good, extra: 1 }, at: '/extra' },
    { note: 'a wrong shape of what changes', answer: { ...good, revision: '1' }, at: '/revision' },
    { note: 'a departure that does not happen', answer: { ...good, version: '4.0.0' }, at: '/version' },
    { note: 'an added field that is missing', answer: { ...good, data: { abc: { list: ['abc'] } } }, at: '/data/id' },
    { note: 'no object', answer: 'text', at: '/version' },
  ]) {
    it(`${note} is one`, () => expect(compare(answer)[0]).toMatch(new RegExp(`^${at}: `)))
  }

  it('a row that is wrong about the printed answer is one', () => {
    const wrong: Departure = { transcript: 'storage', field: '/revision', seed: 'x', ours: '{REVISION}', why: 'wrong' }
    expect(compare(good, [...table, wrong])).toHaveLength(1)
  })

  it('where nothing is printed, success is enough', () => {
    const { answer: _, ...unprinted } = step
    expect(faults(transcript, unprinted, { status: 'success', data: 1 }, table, {})).toEqual([])
    expect(faults(transcript, unprinted, { status: 'error' }, table, {})).toHaveLength(1)
  })
})
