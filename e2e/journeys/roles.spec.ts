import { expect, test } from '../fixtures.ts'
import { findPlaces } from '../pages/all-pages.ts'

test.describe('an account admin', () => {
  test.use({ role: 'account-admin' })

  test('sees storage, and is told why system configs are closed', async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveURL(/\/storage$/)
    const areas = page.getByRole('navigation', { name: 'Areas' })
    await expect(areas.getByRole('link', { name: 'Storage' })).toBeVisible()
    await expect(areas.getByRole('link', { name: 'System configs' })).toHaveCount(0)

    await page.goto('/system-configs/ecallmgr')
    await expect(
      page.getByRole('heading', { name: 'System configs and topology are for superduper admins' }),
    ).toBeVisible()
    await expect(page.getByText('You are signed in as admin of Ember Engineering')).toBeVisible()
    await page.getByRole('link', { name: 'Go to Storage' }).click()
    await expect(page).toHaveURL(/\/storage$/)
  })
})

test.describe('a reseller’s admin', () => {
  test.use({ role: 'reseller-admin' })

  test('reaches the accounts below, and the reseller’s own plans', async ({ page, watch }) => {
    watch.expects({ status: 404, path: /\/storage$/ })
    await page.goto('/storage')
    const list = page.getByRole('region', { name: 'Storage', exact: true })
    await expect(list.getByRole('link', { name: /^Ember Engineering/ })).toBeVisible()
    await expect(list.getByRole('link', { name: /^Maple Printing/ })).toHaveCount(0)
    await expect(list.getByRole('link', { name: /^System/ })).toHaveCount(0)
    await list.getByRole('link', { name: 'Your plans' }).click()
    await page.getByRole('link', { name: /^Reseller archive/ }).click()
    await expect(page.getByRole('textbox', { name: 'Name of the plan' })).toHaveValue('Reseller archive')
    await expect(page.getByRole('textbox', { name: 'Name of the plan' })).toBeEditable()
  })
})

test.describe('a user', () => {
  test.use({ role: 'user' })

  test('reaches the own storage only, and is told why not that of the account', async ({ page, api, watch }) => {
    watch.expects({ status: 403, path: /./ })
    const { account } = await findPlaces(api)
    await page.goto('/storage')
    const list = page.getByRole('region', { name: 'Storage', exact: true })
    await expect(list.getByRole('link')).toHaveText(['Where does it go?', 'Your own storage'])
    await list.getByRole('link', { name: 'Your own storage' }).click()
    await expect(page).toHaveURL(new RegExp(`/storage/accounts/${account}/users/[0-9a-f]{32}$`))
    await expect(page.getByRole('region', { name: 'Team folder' })).toBeVisible()

    await page.goto(`/storage/accounts/${account}`)
    await expect(page.getByRole('heading', { name: 'You may not see this' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Users' })).toHaveCount(0)
    await page.getByRole('main').getByRole('link', { name: 'Your own storage' }).click()
    await expect(page).toHaveURL(new RegExp(`/storage/accounts/${account}/users/[0-9a-f]{32}$`))
  })

  test('is told nothing of an account that is none of theirs, not even whether it has a document', async ({
    page,
    api,
    watch,
  }) => {
    watch.expects({ status: 403, path: /./ })
    const { reseller } = await findPlaces(api)
    await page.goto(`/storage/accounts/${reseller}`)
    await expect(page.getByRole('heading', { name: 'You may not see this' })).toBeVisible()
    const list = page.getByRole('region', { name: 'Storage', exact: true })
    await expect(list.getByRole('link')).toHaveText(['Where does it go?', 'Your own storage'])
  })
})
