import { expectAccessible } from '../expect-accessible.ts'
import { expect, test } from '../fixtures.ts'
import { allPages, findPlaces } from '../pages/all-pages.ts'
import { findSection, openCategory } from '../pages/category.ts'
import { settle } from '../settle.ts'

test('axe finds nothing in the palette, the menus and the dialogs of the frame', async ({ page }) => {
  await page.goto('/system-configs')
  await settle(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('e')
  await page.getByRole('option', { name: /^ecallmgr \d/ }).waitFor()
  await expectAccessible(page, 'palette')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'You and this console' }).click()
  await expectAccessible(page, 'user menu')
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
  await expectAccessible(page, 'keyboard shortcuts')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Storage' }).click()
  await page.getByRole('combobox', { name: 'Find an account' }).fill('em')
  await page
    .getByRole('option', { name: /^Ember/ })
    .first()
    .waitFor()
  await expectAccessible(page, 'account picker')
})

test('nor in what opens on a category’s page', async ({ page }) => {
  await openCategory(page, 'sysconf')
  await findSection(page, 'kazoo_apps@ap1.lon.example.net')
  await page.getByRole('option', { name: /^Add section/ }).waitFor()
  await expectAccessible(page, 'sections')
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').waitFor()
  await expectAccessible(page, 'a name asked back')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Add a key that is not listed' }).click()
  await page.getByRole('textbox', { name: 'Key' }).fill('my.key')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page
    .getByRole('textbox', { name: 'Default amount', exact: true })
    .or(page.getByRole('textbox').nth(1))
    .first()
    .fill('x')
  await expectAccessible(page, 'unsaved')
})

test('nor in what opens on an account’s storage', async ({ page, api }) => {
  await page.goto(allPages['storage-account']?.(await findPlaces(api)) ?? '')
  await settle(page)
  for (const name of ['Object storage, Frankfurt', 'Recording server', 'Cloud archive']) {
    await page.getByRole('button', { name: `Edit ${name}` }).click()
  }
  await page.getByRole('button', { name: 'Add back-end' }).click()
  await page.getByRole('button', { name: 'More of Fax' }).click()
  await expectAccessible(page, 'open cards, kinds, and a route’s details')
  await page.getByRole('button', { name: 'Fax: Files go to' }).click()
  await page.getByRole('listbox').waitFor()
  await expectAccessible(page, 'entries of a route')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove Blob container' }).click()
  await page.getByRole('alertdialog').waitFor()
  await expectAccessible(page, 'remove a back-end')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete this document' }).click()
  await expectAccessible(page, 'delete a document')
})

test.describe('signed out', () => {
  test.use({ role: 'nobody' })

  test('nor on the sign-in page, with its problem shown', async ({ page, watch }) => {
    watch.expects({ status: 401, path: '/console/session' })
    await page.goto('/sign-in')
    await page.getByLabel('Account').fill('master')
    await page.getByLabel('Username').fill('nobody')
    await page.getByLabel('Password').fill('nothing')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toContainText('No user')
    await expectAccessible(page, 'sign-in')
  })
})
