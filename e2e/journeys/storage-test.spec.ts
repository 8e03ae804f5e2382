import type { Locator, Page } from '@playwright/test'
import { startCouchServer } from '../../apps/bff/tests/_couch-server.ts'
import { s3Bucket, s3KeyId, s3Secret, startS3Server } from '../../apps/bff/tests/back-ends/_s3-server.ts'
import { createAccount } from '../create-account.ts'
import { expect, testOnOwnStore } from '../fixtures.ts'
import { card, route, save } from '../pages/storage.ts'

/** A server that may reach those which these tests start beside it. */
const test = testOnOwnStore.extend<{
  s3: Awaited<ReturnType<typeof startS3Server>>
  couch: Awaited<ReturnType<typeof startCouchServer>>
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern.
  s3: async ({}, use) => {
    const s3 = await startS3Server()
    await use(s3)
    await s3.stop()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern.
  couch: async ({}, use) => {
    const couch = await startCouchServer()
    await use(couch)
    await couch.stop()
  },
})
test.use({ ownEnv: { STRATA_PROBE_ALLOW: '127.0.0.1' } })

const noDocument = { status: 404, path: /\/storage$/ }
const run = (entry: Locator) => entry.getByRole('button', { name: /^Test/ }).click()

/** Chooses a store of one's own in place of Amazon's. */
async function fillS3(page: Page, backEnd: Locator, port: number): Promise<void> {
  await backEnd.getByRole('button', { name: /Service/ }).click()
  await page.getByRole('option', { name: 'MinIO' }).click()
  await expect(backEnd.getByRole('combobox', { name: 'Region' })).toHaveValue('us-east-1')
  await backEnd.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1')
  await backEnd.getByRole('textbox', { name: 'Port' }).fill(String(port))
  await backEnd.getByRole('textbox', { name: 'Bucket' }).fill(s3Bucket)
}

test('a back-end is written, tested, mended in the provider’s own words, saved, and a route goes there', async ({
  page,
  api,
  s3,
  watch,
}) => {
  watch.expects(noDocument)
  watch.hides(s3Secret)
  const accountId = await createAccount(api, 'Proven Files')
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: /^Amazon S3/ }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Recordings')
  const backEnd = card(page, 'Recordings')
  await expect(backEnd).toContainText('no route uses it')
  await expect(backEnd).toContainText('not tested yet')
  await fillS3(page, backEnd, s3.port)
  await backEnd.getByRole('textbox', { name: 'Access key id' }).fill('INVENTED-WRONG')
  await backEnd.getByRole('textbox', { name: 'Secret access key' }).fill(s3Secret)

  await run(backEnd)
  await expect(backEnd.getByText('failed just now')).toBeVisible()
  const failed = backEnd
    .getByRole('listitem')
    .filter({ hasText: 'failed' })
    .filter({ has: page.locator('q') })
  await expect(failed).toContainText(/access key id/i)
  await expect(backEnd.getByRole('listitem').filter({ hasText: 'not tried' }).first()).toBeVisible()

  await backEnd.getByRole('textbox', { name: 'Access key id' }).fill(s3KeyId)
  await expect(backEnd.getByText('edited since the last test')).toBeVisible()
  await run(backEnd)
  await expect(backEnd.getByText('passed just now, for exactly this')).toBeVisible()
  expect(s3.requests.some((line) => line.startsWith('DELETE '))).toBe(true)

  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toContainText('no route uses Recordings')
  await route(page, 'Fax: Files go to', 'Recordings')
  await expect(backEnd.getByRole('button', { name: /^faxes: show its route/ })).toBeVisible()
  await save(page)
  await expect(backEnd.getByText('passed just now, for exactly this')).toBeVisible()
  const fax = page.getByRole('region', { name: 'Monthly data' }).getByRole('row', { name: /^Fax/ })
  await expect(fax).toContainText('Recordings')
  await expect(fax).toContainText('here')
  expect(await page.content()).not.toContain(s3Secret)

  await page.goto(`/storage/accounts/${accountId}?view=map`)
  await expect(page.getByRole('main')).toContainText('Recordings')
})

test('a stored secret serves the test of an edited draft, and can be kept after it was to be replaced', async ({
  page,
  api,
  s3,
  watch,
}) => {
  watch.hides(s3Secret)
  const accountId = await createAccount(api, 'Kept Secret')
  const settings = {
    bucket: s3Bucket,
    key: s3KeyId,
    secret: s3Secret,
    host: '127.0.0.1',
    port: s3.port,
    scheme: 'http',
  }
  await api.write('PUT', `/v2/accounts/${accountId}/storage`, {
    attachments: {
      ['a'.repeat(32)]: { handler: 's3', name: 'Files', settings: { ...settings, bucket_access_method: 'path' } },
    },
  })
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Edit Files' }).click()
  const backEnd = card(page, 'Files')
  const secret = backEnd.getByRole('group', { name: 'Secret access key' })
  await secret.getByRole('button', { name: 'Replace' }).click()
  await page.keyboard.type('invented-wrong-secret')
  await run(backEnd)
  await expect(backEnd.getByText('failed just now')).toBeVisible()
  await expect(backEnd).toContainText('The signature does not match.')
  await backEnd.getByRole('button', { name: 'Keep', exact: false }).first().click()
  await expect(secret).toContainText('•••• set')

  await backEnd.getByRole('button', { name: /^Path of files/ }).click()
  await backEnd.getByRole('textbox', { name: 'Base folder' }).fill('proven')
  await run(backEnd)
  await expect(backEnd.getByText('passed just now, for exactly this')).toBeVisible()
  expect(s3.requests.some((line) => line.includes('proven/'))).toBe(true)
  await save(page)
  expect(await api.get(`/v2/accounts/${accountId}/storage`)).toMatchObject({
    attachments: { ['a'.repeat(32)]: { settings: { folder_base_path: 'proven', secret: s3Secret } } },
  })
  expect(await page.content()).not.toContain(s3Secret)
})

test('a connection is tested on a server that answers, and told what is wrong with its password', async ({
  page,
  api,
  couch,
  watch,
}) => {
  const { port, username, password: encoded } = new URL(couch.url)
  const password = decodeURIComponent(encoded)
  watch.expects(noDocument)
  watch.hides(password)
  const accountId = await createAccount(api, 'Second Couch')
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Add connection' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Archive')
  const connection = card(page, 'Archive')
  await connection.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1')
  await connection.getByRole('textbox', { name: 'Port' }).fill(port)
  await connection.getByRole('textbox', { name: 'Username' }).fill(username)
  await connection.getByRole('textbox', { name: 'Password' }).fill('invented-wrong')
  await run(connection)
  await expect(connection).toContainText('You are not authorized.')
  await connection.getByRole('textbox', { name: 'Password' }).fill(password)
  await run(connection)
  await expect(connection.getByText('passed just now, for exactly this')).toBeVisible()
  expect(couch.requests.some((line) => line.startsWith('PUT /strata-test-'))).toBe(true)
  await route(page, 'Fax: Document goes to', 'Archive')
  await save(page)
  expect(await page.content()).not.toContain(password)
})

test('without leave of the system a back-end that fails its test is not stored, and no button offers it', async ({
  page,
  api,
  s3,
  watch,
}) => {
  watch.expects(noDocument, { status: 400, path: /\/storage$/ })
  watch.hides(s3Secret)
  const accountId = await createAccount(api, 'Not Without')
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: /^Amazon S3/ }).click()
  const backEnd = card(page, 'Amazon S3')
  await fillS3(page, backEnd, s3.port)
  await backEnd.getByRole('textbox', { name: 'Access key id' }).fill('INVENTED-WRONG')
  await backEnd.getByRole('textbox', { name: 'Secret access key' }).fill(s3Secret)
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  await bar.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(backEnd.getByText('failed just now')).toBeVisible()
  await expect(bar.getByRole('button', { name: 'Save without a test' })).toHaveCount(0)
  expect((await api.request('GET', `/v2/accounts/${accountId}/storage`)).status).toBe(404)
})
