import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outsideWorld } from '#bff/back-ends/outside-world.ts'
import { type AzureServer, azureAccount, azureContainer, azureKey, startAzureServer } from './_azure-server.ts'
import { runTest } from './_test-runs.ts'

describe('a back-end of Azure', () => {
  let server: AzureServer
  beforeAll(async () => {
    server = await startAzureServer()
  })
  afterAll(() => server.stop())

  const run = (settings: JsonObject = {}) => {
    const endpoints = { ...outsideWorld.endpoints, azure: () => server.url }
    const whole = { account: azureAccount, container: azureContainer, key: azureKey, ...settings }
    return runTest({ handler: 'azure', settings: whole }, { outside: { endpoints } })
  }

  it('that works passes every step, and nothing stays behind', async () => {
    const { error, ladder, text } = await run()
    expect(error).toBeUndefined()
    expect(ladder.slice(3)).toEqual([
      'authenticate passed',
      'write passed',
      'read passed',
      'compare passed',
      'delete passed',
    ])
    expect(await server.blobs()).toEqual([])
    expect(text).not.toContain(azureKey)
  })

  it('with a wrong key fails at the credentials, in the words of the service', async () => {
    const key = Buffer.from('another invented key').toString('base64')
    const { error, ladder, text } = await run({ key })
    expect(ladder.at(-1)).toBe('authenticate failed')
    expect(error).toMatchObject({
      error_code: 403,
      error_body: expect.stringContaining('AuthorizationFailure'),
      message: expect.stringMatching(/^Server failed to authenticate the request/),
    })
    expect(text).not.toContain(key)
  })

  it('whose container does not exist fails at writing with 404', async () => {
    const { error, ladder } = await run({ container: 'missing-container' })
    expect(ladder.at(-1)).toBe('write failed')
    expect(error).toMatchObject({ error_code: 404, message: 'The specified container does not exist.' })
  })
})
