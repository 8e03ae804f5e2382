import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { perform, type Send, type StepResult } from '../../../../scripts/transcripts/perform.ts'
import { systemConfigsTranscript } from '../../../../scripts/transcripts/system-configs.ts'
import { STORES, startApp, type TestApp } from '../_app.ts'

describe.each(STORES)("the API document's requests on $kind", ({ start }) => {
  let app: TestApp
  const results = new Map<string, StepResult>()

  beforeAll(async () => {
    app = await startApp({ start })
    const client = app.as('superduper')
    // As curl sends it: a body without a type of its own goes out as a form, and is read as the JSON it is.
    const send: Send = ({ method, path, body }) =>
      client.send(method, path, body === undefined ? undefined : JSON.stringify(body), {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    const given = { AUTH_TOKEN: app.tokenOf('superduper') }
    for await (const result of perform(systemConfigsTranscript, given, send)) results.set(result.step.name, result)
  })
  afterAll(() => app.stop())

  for (const step of systemConfigsTranscript.steps) {
    it(`${step.name}: ${step.method} ${step.path}`, () => expect(results.get(step.name)?.faults).toEqual([]))
  }
})
