import { createAccount } from '../create-account.ts'
import { expectAccessible } from '../expect-accessible.ts'
import { expect, testOnOwnStore as test } from '../fixtures.ts'
import { save } from '../pages/storage.ts'
import { openMap, where } from '../pages/storage-where.ts'

test.use({ ownEnv: { STRATA_KAZOO_VERSION: '5' } })

const archive = 'c4'.repeat(16)
const spare = 'c5'.repeat(16)
const connection = (name: string) => ({ driver: 'kazoo_couch', name, settings: { ip: '192.0.2.7', port: 5984 } })
const connections = { [archive]: connection('Archive'), [spare]: connection('Spare') }

test('rules by month and name, and copies, are set in the form', async ({ page, api }) => {
  const id = await createAccount(api, 'Months Ltd')
  await api.write('PUT', `/v2/accounts/${id}/storage`, { connections })
  await page.goto(`/storage/accounts/${id}`)
  await page.getByRole('button', { name: 'More of Everything else' }).first().click()

  await page.getByRole('button', { name: 'Add months' }).click()
  const months = page.getByRole('form', { name: 'Add months' })
  await months.getByLabel('From').fill('2024-12')
  await months.getByLabel('To').fill('2024-01')
  await months.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(months).toContainText('It ends before it begins.')
  await months.getByLabel('From').fill('2023-01')
  await months.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Months 2023-01 to 2024-01: Document goes to' }).click()
  await page.getByRole('option', { name: 'Archive' }).click()

  await page.getByRole('button', { name: 'Add a pattern' }).click()
  const pattern = page.getByRole('form', { name: 'Add a pattern' })
  await pattern.getByLabel('Pattern').fill('-2023')
  await pattern.getByLabel('Try a name').fill('account/ab/cd/ef-202406')
  await expect(pattern.getByText('does not match')).toBeVisible()
  await pattern.getByLabel('Try a name').fill('account/ab/cd/ef-202306')
  await expect(pattern.getByText('matches', { exact: true })).toBeVisible()
  await pattern.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: /“-2023”: Document goes to/ }).click()
  await page.getByRole('option', { name: 'Spare' }).click()

  await page.getByRole('button', { name: 'Add a connection' }).first().click()
  await page.getByRole('option', { name: 'Spare' }).click()
  await expectAccessible(page, 'the form with rules by month and name')
  await save(page)
  expect(await api.get(`/v2/accounts/${id}/storage`)).toMatchObject({
    plan: {
      modb: {
        range: { '202301-202401': { connection: archive } },
        regex: { '-2023': { connection: spare } },
        secondary_connections: [spare],
      },
    },
  })
})

test('of a month with a rule of its own nothing is claimed, in the answer and on the map', async ({ page, api }) => {
  const id = await createAccount(api, 'Answers Ltd')
  const modb = {
    range: { '202301-202401': { connection: archive } },
    regex: { '-2023': { connection: spare } },
    secondary_connections: [spare],
  }
  await api.write('PUT', `/v2/accounts/${id}/storage`, { connections, plan: { modb } })
  await page.goto(`/storage/accounts/${id}`)
  await where(page).getByRole('textbox', { name: 'Month', exact: true }).fill('2023-06')
  await expect(where(page)).toContainText('KAZOO 5 decides between these rules')
  await expect(where(page)).toContainText('Months 2023-01 to 2024-01: Documents go to Archive.')
  await expect(where(page)).toContainText('Otherwise: files stay in CouchDB. Documents stay in this cluster (local).')
  await expect(where(page)).toContainText('Changes are copied to Spare, too.')
  await expect(where(page)).not.toContainText('The documents themselves')
  await expect(page).toHaveURL(/month=(%22)?202306/)
  await page.reload()
  await expect(where(page)).toContainText('KAZOO 5 decides between these rules')
  await where(page).getByRole('textbox', { name: 'Month', exact: true }).fill('2025-06')
  await expect(where(page)).toContainText('The documents themselves stay in this cluster’s CouchDB')

  await openMap(page)
  await expect(page.getByText('KAZOO 5 decides', { exact: true })).toBeVisible()
  await expectAccessible(page, 'the map with rules by month and name')
})

test('an S3 back-end without keys is saved; only a node can test it', async ({ page, api, watch }) => {
  const id = await createAccount(api, 'Role Ltd')
  watch.expects({ status: 404, path: /\/storage$/ })
  await page.goto(`/storage/accounts/${id}`)
  await page.getByRole('button', { name: /Amazon S3/ }).click()
  await page.getByRole('textbox', { name: /^Bucket/ }).fill('invented-bucket')
  await expect(page.getByText('each node signs in with its own role')).toBeVisible()
  await page.getByRole('button', { name: /^Test/ }).first().click()
  await expect(page.getByText('only a node can test it', { exact: true })).toBeVisible()
  await expectAccessible(page, 'a back-end that uses the role of its node')
  await save(page)
})
