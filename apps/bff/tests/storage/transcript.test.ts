import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perform, type Send, type StepResult } from '../../../../scripts/transcripts/perform.ts'
import { storageTranscript } from '../../../../scripts/transcripts/storage.ts'
import { ACCOUNTS, STORES, startApp, type TestApp } from '../_app.ts'

describe.each(STORES)("the API document's requests on $kind", ({ start }) => {
  let app: TestApp
  const results = new Map<string, StepResult>()

  beforeAll(async () => {
    app = await startApp({ start })
    const client = app.as('superduper')
    const send: Send = async ({ method, path, body }) =>
      client.send(method, path, body === undefined ? undefined : JSON.stringify(body), {
        headers: { 'content-type': 'application/json' },
      })
    const given = { ACCOUNT_ID: ACCOUNTS.master.id, AUTH_TOKEN: app.tokenOf('superduper') }
    for await (const result of perform(storageTranscript, given, send)) results.set(result.step.name, result)
  })
  afterAll(() => app.stop())

  for (const step of storageTranscript.steps) {
    it(`${step.name}: ${step.method} ${step.path}`, () => {
      expect(results.get(step.name)?.faults).toEqual([])
    })
  }
})
