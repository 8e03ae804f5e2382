import { allowUntested, untested } from '../allow-untested.ts'
import { createAccount } from '../create-account.ts'
import { expect, testOnOwnStore as test } from '../fixtures.ts'
import { openCategory } from '../pages/category.ts'
import { seedCategory, storedSection } from '../seed-category.ts'

test('a read-only store says why: a category can be tried, nothing is stored, and nothing else is editable', async ({
  page,
  own,
  api,
}) => {
  await seedCategory(api, 'registrar', { default: { listeners: 3 }, z1: { listeners: 4 } })
  const accountId = await createAccount(api, 'Look But Do Not Touch')
  await allowUntested(api)
  await api.write('PUT', `/v2/accounts/${accountId}/storage${untested}`, {
    attachments: {
      ['b'.repeat(32)]: { handler: 'http', name: 'Files', settings: { url: 'https://files.example.net' } },
    },
  })
  await own.stop()
  await own.start({ STRATA_READ_ONLY: 'true' })
  const why = page.getByRole('note').filter({ hasText: 'Strata was started with STRATA_READ_ONLY=true' })

  await openCategory(page, 'registrar')
  await expect(why).toBeVisible()
  const field = page.getByRole('textbox', { name: 'Listeners', exact: true })
  await expect(field).toHaveValue('3')
  await field.fill('9')
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  await expect(bar).toContainText('Cannot be saved: Strata was started with STRATA_READ_ONLY=true')
  await expect(bar.getByRole('button', { name: 'Save' })).toBeDisabled()
  await page.keyboard.press('Control+s')
  await bar.getByRole('button', { name: 'Undo' }).click()
  await expect(bar).toBeHidden()
  expect(await storedSection(api, 'registrar', 'default')).toEqual({ listeners: 3 })

  await page.goto(`/storage/accounts/${accountId}`)
  await expect(why).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Files', level: 3 })).toBeVisible()
  await expect(page.getByRole('main').getByRole('button', { name: /^(Add|Remove|Edit)/ })).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Fax: Folder' })).not.toBeEditable()
  await page.goto('/storage/plans')
  await expect(page.getByRole('heading', { name: 'Plans', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'New plan' })).toHaveCount(0)
})

test('while the server is away the page says so, keeps the draft, and goes on once it is back', async ({
  page,
  own,
  api,
  watch,
}) => {
  await seedCategory(api, 'registrar', { default: { listeners: 3 } })
  await openCategory(page, 'registrar')
  const field = page.getByRole('textbox', { name: 'Listeners', exact: true })
  await field.fill('9')
  watch.allowsOutage()
  await own.stop('SIGKILL')

  await page.keyboard.press('Control+s')
  await expect(page.getByText(/The server does not answer/).first()).toBeVisible()
  await expect(field).toHaveValue('9')
  await page.getByRole('link', { name: 'ecallmgr' }).click()
  // It is kept in the browser, so nothing is asked, and waits where it was made.
  await expect(page.getByRole('heading', { name: 'registrar', level: 1 })).toHaveCount(0)
  await page.goBack()
  await expect(field).toHaveValue('9')

  await own.start()
  await expect(page.getByRole('note').filter({ hasText: 'The server does not answer' })).toHaveCount(0, {
    timeout: 20_000,
  })
  await page.keyboard.press('Control+s')
  await expect.poll(() => storedSection(api, 'registrar', 'default')).toEqual({ listeners: 9 })
})

test('a page opened while the server is away comes by itself once it is back', async ({ page, own, watch }) => {
  await openCategory(page, 'registrar')
  watch.allowsOutage()
  await own.stop()
  await page.getByRole('link', { name: /^sysconf/ }).click()
  await expect(page.getByText(/The server does not answer/).first()).toBeVisible()
  await own.start()
  await expect(page.getByRole('textbox', { name: 'ACL request timeout', exact: true })).toBeVisible({ timeout: 25_000 })
  await expect(page.getByText(/The server does not answer/)).toHaveCount(0)
})
