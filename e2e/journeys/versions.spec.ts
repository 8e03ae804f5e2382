import { expectAccessible } from '../expect-accessible.ts'
import { expect, testOnOwnStore } from '../fixtures.ts'
import { openCategory } from '../pages/category.ts'
import { type CouchDb, runCouchDb } from '../run-couchdb.ts'
import { settle } from '../settle.ts'

const test = testOnOwnStore.extend<{ couchDb: CouchDb }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern.
  async couchDb({}, use) {
    const couchDb = await runCouchDb()
    await use(couchDb)
    await couchDb.stop()
  },
  ownEnv: ({ couchDb }, use) => use({ STRATA_COUCHDB_URL: couchDb.url }),
})

/** Of revisions of one length the greater is read, and no server makes one that begins so. */
const olderRevision = `1-${'0'.repeat(32)}`
const secret = 'invented-secret-of-another-version'

test('a category in two versions says so; the other one is looked at, kept, and is all there is', async ({
  page,
  api,
  couchDb,
  watch,
}) => {
  watch.hides(secret)
  await api.write('PATCH', '/v2/system_configs/crossbar/default', { max_upload_size: 5_000_000 })
  await couchDb.replicate('system_config', {
    _id: 'crossbar',
    _rev: olderRevision,
    pvt_type: 'config',
    default: { max_upload_size: 9_000_000, acme_password: secret },
  })

  await openCategory(page, 'crossbar')
  await expect(page.getByText(/^CouchDB holds 2 versions of this document/)).toBeVisible()
  await page.getByRole('button', { name: 'Compare versions' }).click()
  const versions = page.getByRole('dialog', { name: 'Versions of this document' })
  await expect(versions).toContainText('9000000')
  await expect(versions).toContainText('5000000')
  await settle(page)
  await expectAccessible(page, 'the versions of a document')

  await versions.getByRole('button', { name: 'Keep the other version' }).click()
  const question = page.getByRole('alertdialog', { name: 'Keep this version alone?' })
  await question.getByRole('button', { name: 'Back to the versions' }).click()
  await versions.getByRole('button', { name: 'Keep the other version' }).click()
  await question.getByRole('button', { name: 'Keep it' }).click()

  await expect(page.getByText('Kept one version')).toBeVisible()
  await expect(page.getByText(/^CouchDB holds 2 versions/)).toHaveCount(0)
  expect(await api.get('/v2/system_configs/crossbar/default')).toMatchObject({
    max_upload_size: 9_000_000,
    acme_password: secret,
  })
})

test('a choice among versions that are no more changes nothing, and shows those that there are', async ({
  page,
  api,
  couchDb,
  watch,
}) => {
  watch.expects({ status: 409, path: '/console/system_configs/crossbar/conflicts' })
  await api.write('PATCH', '/v2/system_configs/crossbar/default', { max_upload_size: 5_000_000 })
  const version = { _id: 'crossbar', pvt_type: 'config', default: { max_upload_size: 9_000_000 } }
  await couchDb.replicate('system_config', { ...version, _rev: olderRevision })
  await openCategory(page, 'crossbar')
  await page.getByRole('button', { name: 'Compare versions' }).click()

  await couchDb.replicate('system_config', { ...version, _rev: `1-${'0'.repeat(31)}1` })
  await page.getByRole('button', { name: 'Keep the version that is read' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('The choice did not go through')).toBeVisible()
  await expect(page.getByText(/^CouchDB holds 3 versions of this document/)).toBeVisible()
})
