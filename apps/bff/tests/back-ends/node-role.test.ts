import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STORES, startApp, type TestApp } from '../_app.ts'
import { acme, acmeStorage, s3Id } from '../storage/_documents.ts'
import { testDraft } from './_drafts.ts'

const withRole = { handler: 's3', name: 'By role', settings: { bucket: 'invented-bucket', region: 'eu-west-1' } }
const document = { attachments: { [s3Id]: withRole } }

describe.each(STORES)('an S3 back-end without keys on $kind', ({ start }) => {
  describe('where the store counts as KAZOO 5', () => {
    let app: TestApp
    beforeAll(async () => {
      app = await startApp({ start, config: { kazooVersion: '5' } })
    })
    afterAll(() => app.stop())

    it('is saved without a test, and the log says which', async () => {
      expect((await app.as('account-admin').put(acmeStorage, document)).status).toBe(201)
      const lines = app.log.map((line) => JSON.parse(line))
      expect(lines).toContainEqual(
        expect.objectContaining({
          back_ends: [s3Id],
          account_id: acme,
          msg: expect.stringContaining("node's own role"),
        }),
      )
    })

    it('asked for a test says that only a node can make it', async () => {
      const path = `/console/accounts/${acme}/storage/test`
      const { lines } = await testDraft(app.as('account-admin'), path, { draft: document, attachment: s3Id })
      expect(lines).toEqual([{ result: 'untestable', message: expect.stringContaining('only a node') }])
    })

    it('with half of a key pair is tested, and fails', async () => {
      const half = { ...withRole, settings: { ...withRole.settings, key: 'INVENTED-KEY-ID' } }
      const reply = await app.as('account-admin').post(acmeStorage, { attachments: { [s3Id]: half } })
      expect(reply.status).toBe(400)
      expect(Object.keys(reply.body.data as object)).toEqual([`attachments.${s3Id}`])
    })
  })

  describe('where the store counts as KAZOO 4.3', () => {
    let app: TestApp
    beforeAll(async () => {
      app = await startApp({ start })
    })
    afterAll(() => app.stop())

    it('is refused: its schema wants both keys', async () => {
      const { status, body } = await app.as('account-admin').put(acmeStorage, document)
      expect(status).toBe(400)
      expect(body.data).toHaveProperty([`attachments.${s3Id}.settings.secret`, 'required'])
    })
  })
})
