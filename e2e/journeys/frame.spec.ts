import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'

test('Ctrl+K finds pages, categories and accounts, and Enter goes there', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/system-configs$/)
  const search = page.getByRole('dialog', { name: 'Search everything' }).getByRole('combobox')

  await page.keyboard.press('Control+k')
  await search.fill('stor')
  await page.getByRole('option', { name: 'Storage', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/storage$/)

  await page.keyboard.press('Control+k')
  await search.fill('sysconf')
  await page
    .getByRole('option', { name: /^sysconf/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/system-configs\/sysconf$/)

  await page.keyboard.press('Control+k')
  await search.fill('Ember Eng')
  await page.getByRole('option', { name: /^Ember Engineering/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/storage\/accounts\/[0-9a-f]{32}$/)

  await page.keyboard.press('Control+k')
  await search.fill('zzz no such thing')
  await expect(page.getByText('Nothing matches “zzz no such thing”.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()
})

test('the theme is chosen in the menu, holds after a reload, and follows the system again when asked to', async ({
  page,
}) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const choose = async (theme: string) => {
    await page.getByRole('button', { name: 'You and this console' }).click()
    await page.getByRole('menuitemradio', { name: theme }).click()
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/storage')
  await page.getByRole('button', { name: 'You and this console' }).waitFor()
  const light = await background()

  await choose('Dark')
  await expect.poll(background).not.toBe(light)
  const dark = await background()
  await page.reload()
  await page.getByRole('button', { name: 'You and this console' }).waitFor()
  expect(await background()).toBe(dark)

  await choose('Like the system')
  await expect.poll(background).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(background).toBe(dark)
})

test('where the system chooses the colours, what is chosen is still told from the rest', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/system-configs/ecallmgr')
  const background = (part: Locator) => part.evaluate((element) => getComputedStyle(element).backgroundColor)
  const row = page.locator('[data-row="/authz_dry_run"]')
  await row.getByRole('radio', { name: /^On/ }).click()
  expect(await background(row.getByRole('radio', { name: /^On/ }))).not.toBe(
    await background(row.getByRole('radio', { name: /^Off/ })),
  )
  const areas = page.getByRole('navigation', { name: 'Areas' })
  expect(await background(areas.getByRole('link', { name: 'System configs' }))).not.toBe(
    await background(areas.getByRole('link', { name: 'Storage' })),
  )
})

test('the sheet of keyboard shortcuts opens by ?, closes by Escape, and gives the focus back', async ({ page }) => {
  await page.goto('/storage')
  const menu = page.getByRole('button', { name: 'You and this console' })
  await menu.focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toContainText('Ctrl K')
  // Here nothing else tells a screen reader the keys.
  await expect(sheet.locator('[aria-hidden="true"] kbd')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(menu).toBeFocused()
})

test('an address that leads nowhere says so and leads back', async ({ page }) => {
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the start' }).click()
  await expect(page).toHaveURL(/\/system-configs$/)
})

test('every page has a title of its own', async ({ page }) => {
  for (const [path, title] of [
    ['/system-configs', /System configs/],
    ['/system-configs/ecallmgr', /ecallmgr/],
    ['/storage', /Where recordings, voicemails, faxes and media go/],
    ['/storage/system', /System/],
    ['/storage/plans', /Plans/],
  ] as const) {
    await page.goto(path)
    await expect(page).toHaveTitle(title)
  }
})
