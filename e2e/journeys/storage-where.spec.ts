import type { Page } from '@playwright/test'
import { allowUntested, untested } from '../allow-untested.ts'
import type { ApiClient } from '../api-client.ts'
import { createAccount } from '../create-account.ts'
import { expect, test } from '../fixtures.ts'
import { replaceText } from '../pages/category.ts'
import { findAccount, openDocumentJson, route, save } from '../pages/storage.ts'
import {
  assignPlan,
  createPlan,
  mapEntry,
  mapPlace,
  openMap,
  s3BackEnd,
  sendOnMap,
  where,
} from '../pages/storage-where.ts'

test.beforeEach(({ api }) => allowUntested(api))

test('where voicemail of an account goes is said in a sentence, with the plan that decided it', async ({
  page,
  api,
}) => {
  const accountId = await createAccount(api, 'Sentence Ltd')
  const { backEnd } = await planOf(api, accountId, 'Europe by sentence')
  await page.goto(`/storage/accounts/${accountId}`)
  await expect(where(page)).toContainText('Voicemail audio goes to Amazon S3 “EU recordings”, bucket invented-eu')
  await expect(where(page)).toContainText('The documents themselves stay in this cluster’s CouchDB')
  await expect(where(page)).toContainText(
    'Decided by the route of modb › mailbox_message in the plan “Europe by sentence”',
  )
  await expect(where(page)).toContainText(/PUT https:\/\/s3\.eu-west-1\.amazonaws\.com\/.*\.mp3/)
  await expect(where(page)).toContainText('asked by the nameinvented-eu.s3.eu-west-1.amazonaws.com')

  await api.write('POST', `/v2/accounts/${accountId}/storage${untested}`, {
    attachments: { [backEnd]: withBucket('invented-own') },
  })
  await page.reload()
  await expect(where(page)).toContainText('bucket invented-own')
  await expect(where(page)).toContainText('in the plan “Europe by sentence”; the bucket and region by the account')

  await where(page).getByRole('combobox', { name: 'Which documents' }).fill('no_such_type')
  await expect(page).toHaveURL(/class=modb&type=no_such_type/)
  await expect(where(page)).toContainText('Files of “no_such_type” go to Amazon S3')
  await page.reload()
  await expect(where(page)).toContainText('Files of “no_such_type” go to')
})

test('a user is asked about by name; the user’s own document decides', async ({ page }) => {
  await page.goto('/storage')
  await page.getByRole('combobox', { name: /^Choose an account/ }).fill('ember eng')
  await page.getByRole('option', { name: /^Ember Engineering/ }).click()
  await expect(page).toHaveURL(/account=\w{32}/)
  await expect(where(page)).toContainText('in the account’s document')
  await where(page).getByRole('combobox', { name: 'Of the user' }).fill('otto')
  await expect(page).toHaveURL(/user=\w{32}/)
  await expect(where(page)).toContainText('in the user’s document')
})

test('an unsaved route moves the sentence and the map, and is what the form shows', async ({ page, api }) => {
  const accountId = await createAccount(api, 'Drafting Ltd')
  await api.write('PUT', `/v2/accounts/${accountId}/storage${untested}`, {
    attachments: { [s3BackEnd.id]: s3BackEnd.entry },
  })
  await page.goto(`/storage/accounts/${accountId}?class=modb&type=fax`)
  await expect(where(page)).toContainText('in the system’s document')
  await expect(where(page)).not.toContainText('with your unsaved changes')
  await route(page, 'Fax: Files go to', 'EU recordings')
  await expect(where(page)).toContainText('with your unsaved changes')
  await expect(where(page)).toContainText('Fax pages go to Amazon S3 “EU recordings”')
  await expect(where(page)).toContainText('in the account’s document')

  await openMap(page)
  await expect(page).toHaveURL(/view=map/)
  await expect(mapEntry(page, 'Monthly data', 'Fax')).toContainText('Files go to EU recordings')
  await expect(mapPlace(page, 'EU recordings')).toContainText('Gets faxes.')
})

test('an edge is changed on the map with the keyboard, saved, and stored so', async ({ page, api }) => {
  const accountId = await createAccount(api, 'Cartographers')
  await api.write('PUT', `/v2/accounts/${accountId}/storage${untested}`, {
    attachments: { [s3BackEnd.id]: s3BackEnd.entry },
  })
  await page.goto(`/storage/accounts/${accountId}?view=map`)
  await expect(mapPlace(page, 'EU recordings')).toContainText('not used')
  const voicemail = mapEntry(page, 'Monthly data', 'Voicemail')
  await expect(voicemail).toContainText('system')
  await sendOnMap(page, 'Monthly data', 'Voicemail', 'EU recordings')
  await expect(voicemail).toContainText('Files go to EU recordings')
  await expect(mapPlace(page, 'EU recordings')).not.toContainText('not used')
  await save(page)
  expect(await api.get(`/v2/accounts/${accountId}/storage`)).toMatchObject({
    plan: { modb: { types: { mailbox_message: { attachments: { handler: s3BackEnd.id } } } } },
  })

  await sendOnMap(page, 'Monthly data', 'Voicemail', 'Inherit')
  await save(page)
  expect(await api.get(`/v2/accounts/${accountId}/storage`)).not.toHaveProperty('plan')
})

test('what leads nowhere is red, says so, and is mended from the map', async ({ page, api, watch }) => {
  watch.expects({ status: 404, path: /\/storage$/ })
  const accountId = await createAccount(api, 'Nowhere Ltd')
  await page.goto(`/storage/accounts/${accountId}?class=modb&type=fax`)
  const editor = await openDocumentJson(page)
  await replaceText(
    page,
    editor,
    JSON.stringify({ plan: { modb: { types: { fax: { attachments: { handler: 'f'.repeat(32) } } } } } }),
  )
  await openMap(page)
  await expect(where(page).getByRole('alert')).toContainText(`names the back-end “${'f'.repeat(32)}”`)
  const bad = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--bad').trim())
  const place = mapPlace(page, 'f'.repeat(32))
  await expect(place).toContainText('no layer defines it')
  const colour = await place.getByText('no layer defines it').evaluate((element) => getComputedStyle(element).color)
  expect(colour).toBe(await colourOf(page, bad))
  await sendOnMap(page, 'Monthly data', 'Fax', 'Inherit')
  await expect(mapPlace(page, 'f'.repeat(32))).toHaveCount(0)
  await expect(where(page).getByRole('alert')).toHaveCount(0)
})

test('an account is given a plan, which makes it a document, and is freed of it again', async ({
  page,
  api,
  watch,
}) => {
  watch.expects({ status: 404, path: /\/storage$/ })
  const accountId = await createAccount(api, 'Followers Ltd')
  await createPlan(api, 'Plan to follow')
  await page.goto(`/storage/accounts/${accountId}?view=map`)
  await expect(page.getByText('Follows no plan:')).toBeVisible()
  await assignPlan(page, 'Plan to follow', { warns: 'there is none: an empty one is made' })
  await expect(page.getByText('Follows the plan Plan to follow.')).toBeVisible()
  await expect(page.getByText(/^revision \d/)).toBeVisible()
  await expect(where(page)).toContainText('in the plan “Plan to follow”')
  expect((await api.request('GET', `/v2/accounts/${accountId}/storage`)).status).toBe(200)

  await assignPlan(page, 'No plan')
  await expect(page.getByText('Follows no plan:')).toBeVisible()
  await expect(where(page)).toContainText('in the system’s document')
})

test('a change of a plan names the accounts that it touches before it is saved', async ({ page, api }) => {
  const { accountId, planId } = await follower(api, 'Touched Ltd', 'Plan that touches')
  await page.goto(`/storage/plans/${planId}`)
  await page.getByRole('button', { name: 'followed by 1 account' }).click()
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Touched Ltd' })).toHaveAttribute(
    'href',
    `/storage/accounts/${accountId}`,
  )
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Plan that still touches')
  await expect(page.getByRole('region', { name: 'Accounts this touches' })).toContainText(
    'Saving touches 1 account: Touched Ltd',
  )
  await save(page)

  await page.goto('/storage/system')
  await expect(page.getByRole('button', { name: /^counts for \d+ accounts$/ })).toBeVisible()
})

test('a plan that loses a back-end says in red whose storage breaks by it; so does its removal', async ({
  page,
  api,
}) => {
  const { accountId, planId } = await follower(api, 'Losing Ltd', 'Plan that loses')
  await api.write('POST', `/v2/accounts/${accountId}/storage${untested}`, {
    plan: { modb: { types: { fax: { attachments: { handler: s3BackEnd.id } } } } },
  })
  await page.goto(`/storage/plans/${planId}`)
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Plan that keeps')
  await expect(page.getByRole('region', { name: 'Accounts this touches' })).toBeVisible()
  const warning = page.getByRole('alert').filter({ hasText: 'Breaks the storage of' })
  await expect(warning).toHaveCount(0)
  const editor = await openDocumentJson(page)
  await replaceText(page, editor, JSON.stringify({ name: 'Plan that loses' }))
  await expect(warning).toContainText('Breaks the storage of 1 account: Losing Ltd')
  await expect(warning.getByRole('link', { name: 'Losing Ltd' })).toHaveAttribute(
    'href',
    `/storage/accounts/${accountId}`,
  )
  await warning.getByRole('button', { name: 'Show where' }).click()
  await expect(page.getByRole('dialog')).toContainText('plan.modb.types.fax.attachments.handler')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete this plan' }).click()
  const removal = page.getByRole('alertdialog')
  await expect(removal.getByRole('alert')).toContainText('Breaks the storage of 1 account')
  await removal.getByRole('button', { name: 'Cancel' }).click()

  await save(page)
  expect(await api.get(`/v2/storage/plans/${planId}`)).not.toHaveProperty('attachments')
})

test('a plan in use is not removed without a tick beside the accounts that follow it', async ({ page, api }) => {
  const { accountId, planId } = await follower(api, 'Left Behind Ltd', 'Plan in use')
  await page.goto(`/storage/plans/${planId}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete this plan' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('link', { name: 'Left Behind Ltd' })).toBeVisible()
  const confirm = dialog.getByRole('button', { name: 'Delete' })
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'Take the plan from this account' }).check({ force: true })
  await confirm.click()
  await expect(page.getByRole('heading', { name: 'Plans', level: 1 })).toBeVisible()
  expect((await api.request('GET', `/v2/storage/plans/${planId}`)).status).toBe(404)
  await page.goto(`/storage/accounts/${accountId}`)
  await expect(page.getByText('Follows a plan that does not exist')).toBeVisible()
})

test.describe('a reseller’s admin', () => {
  test.use({ role: 'reseller-admin' })

  test('is offered the system’s plans and the own ones for an account below', async ({ page }) => {
    await page.goto('/storage')
    await findAccount(page, 'ember eng', 'Ember Engineering')
    const strip = page.getByRole('region', { name: 'Storage plan' })
    await expect(strip).toContainText('Follows the plan Reseller archive.')
    await strip.getByRole('button', { name: 'Change' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /Plan$/ }).click()
    await expect(page.getByRole('option', { name: /^Reseller archive/ })).toContainText('of the reseller')
    await expect(page.getByRole('option', { name: /^Europe only/ })).toContainText('of the system')
  })
})

test.describe('an account’s admin', () => {
  test.use({ role: 'account-admin' })

  test('is told which plan the account follows, and cannot change it', async ({ page }) => {
    await page.goto('/storage')
    await page.getByRole('link', { name: 'Storage of the account' }).click()
    const strip = page.getByRole('region', { name: 'Storage plan' })
    await expect(strip).toContainText('Follows the plan Reseller archive.')
    await expect(strip.getByRole('button')).toHaveCount(0)
  })
})

test.describe('a user without rights', () => {
  test.use({ role: 'user' })

  test('sees what decides below their own document', async ({ page }) => {
    await page.goto('/storage')
    await page.getByRole('link', { name: 'Your own storage' }).first().click()
    await openMap(page)
    await expect(mapEntry(page, 'Monthly data', 'Everything else')).toContainText('system')
    await expect(page.getByText(/for account admins to see/)).toHaveCount(0)
  })
})

/** A plan with an S3 back-end that an account with an empty document follows. */
async function planOf(api: ApiClient, accountId: string, name: string) {
  const planId = await createPlan(api, name)
  await api.write('PUT', `/v2/accounts/${accountId}/storage${untested}`, {})
  await api.write('PUT', `/console/accounts/${accountId}/storage_plan`, { plan_id: planId })
  return { planId, backEnd: s3BackEnd.id }
}

function withBucket(bucket: string) {
  return { ...s3BackEnd.entry, settings: { ...s3BackEnd.entry.settings, bucket } }
}

async function follower(api: ApiClient, account: string, plan: string) {
  const accountId = await createAccount(api, account)
  const { planId } = await planOf(api, accountId, plan)
  return { accountId, planId }
}

/** A colour as computed styles spell it. */
async function colourOf(page: Page, colour: string): Promise<string> {
  return page.evaluate((text) => {
    const element = document.body.appendChild(document.createElement('span'))
    element.style.color = text
    const computed = getComputedStyle(element).color
    element.remove()
    return computed
  }, colour)
}
