import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../expect-accessible.ts'
import { expect, test } from '../fixtures.ts'
import { seedCategory, storedSection } from '../seed-category.ts'
import { settle } from '../settle.ts'

const quiet = 'acme.search.quiet'
const node = 'kazoo_apps@app1.ams.example.net'

/** A category of its own, without a schema. */
test.beforeEach(async ({ api }) => {
  await seedCategory(api, quiet, {
    default: { quokka_retries: 2, quokka_label: 'walrus harbour' },
    ams: { quokka_retries: 3, quokka_window_ms: 250 },
    [node]: { quokka_retries: 9 },
    'odd zone': { quokka_ratio: 0.5 },
  })
  // Now the zone says the same as default.
  await api.write('PATCH', `/v2/system_configs/${quiet}/default`, { quokka_retries: 3 })
})

const field = (page: Page) => page.getByRole('combobox', { name: 'Search settings' })
const results = (page: Page, text: string) => page.getByRole('region', { name: `Settings found for “${text}”` })
const count = (page: Page) => page.getByRole('status').filter({ hasText: 'setting' })
const hit = (page: Page, name: string | RegExp) => page.getByRole('link', { name })

async function search(page: Page, text: string): Promise<Locator> {
  await field(page).fill(text)
  const found = results(page, text)
  await found.waitFor()
  return found
}

test('words find settings by key, title, description and value, also mistyped, and mark why', async ({ page }) => {
  await page.goto('/search')
  await search(page, 'quokka')
  await expect(count(page)).toHaveText('4 settings in 1 category')
  await expect(page.getByRole('link', { name: quiet, exact: true })).toBeVisible()

  const byValue = await search(page, 'walrus')
  await expect(byValue.locator('mark')).toHaveText('walrus')
  await expect(hit(page, /^Quokka label/)).toBeVisible()

  await search(page, 'harbour label')
  await expect(count(page)).toHaveText('1 setting in 1 category')
  const mistyped = await search(page, 'quoka_retris')
  await expect(hit(page, /^Quokka retries/)).toBeVisible()
  await expect(mistyped.locator('mark').first()).toBeVisible()

  await field(page).fill('quokka zebra')
  await expect(page.getByRole('heading', { name: 'No setting matches' })).toBeVisible()
})

test('tokens narrow a search', async ({ page }) => {
  await page.goto('/search')
  for (const { token, found, settings } of [
    { token: '@overridden', found: /^Quokka label/, settings: '4 settings' },
    { token: `@node:${node}`, found: /^Quokka retries/, settings: '1 setting' },
    { token: '@node:app1.ams', found: /^Quokka retries/, settings: '1 setting' },
    { token: '@zone:ams', found: /^Quokka window/, settings: '2 settings' },
    { token: '@zone:"odd zone"', found: /^Quokka ratio/, settings: '1 setting' },
    { token: '@zone:"odd zone" @node:app1.ams', found: /^Quokka ratio/, settings: '2 settings' },
    { token: '@noise', found: /^Quokka retries/, settings: '1 setting' },
    { token: '@type:number', found: /^Quokka ratio/, settings: '1 setting' },
    { token: '@type:number @type:string', found: /^Quokka label/, settings: '2 settings' },
    { token: '@zone:ams @noise', found: /^Quokka retries/, settings: '1 setting' },
  ]) {
    await test.step(token, async () => {
      await search(page, `quokka ${token}`)
      await expect(count(page)).toHaveText(`${settings} in 1 category`)
      await expect(hit(page, found)).toBeVisible()
    })
  }
})

test('@secret finds credentials, and shows none; @invalid finds what the schema does not take', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'acme.search.keys', { z1: { walrus_password: 'invented-walrus-word', walrus_pace: 1 } })
  await page.goto('/search')
  await search(page, 'walrus @secret')
  await expect(count(page)).toHaveText('1 setting in 1 category')
  await expect(page.getByRole('link', { name: 'z1 set' })).toBeVisible()
  await expect(page.getByText('invented-walrus-word')).toHaveCount(0)

  // The demo's cluster has values that were stored before anybody checked them.
  await search(page, '@invalid')
  await expect(page.getByRole('link', { name: /invalid$/ }).first()).toBeVisible()
  await expect(count(page)).toHaveText(/^[1-9]/)
})

test('values stand whole beside the names of their sections, wrapped on a phone, and none is out of reach', async ({
  page,
  api,
}) => {
  const long = `sip:${'quite-a-name.'.repeat(6)}example.net`
  const of = (numbat_pace: unknown) => ({ numbat_pace })
  await seedCategory(api, 'acme.search.values', {
    default: of(2500),
    'kazoo_apps@app1.ams.example.net': of(400_035),
    'kazoo_apps@app2.ams.example.net': of(long),
    'kazoo_apps@app3.ams.example.net': of(2501),
    'kazoo_apps@app4.ams.example.net': of(2502),
  })
  await page.goto('/search')
  const found = await search(page, 'numbat')
  await found.getByRole('button', { name: '+2 sections' }).press('Enter')
  await expect(found.getByRole('link', { name: /^(default|kazoo_apps@)/ })).toHaveCount(5)
  const parts = found.getByRole('link', { name: /^(default|kazoo_apps@)/ }).locator('code, span')
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await expect
      .poll(() => parts.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length))
      .toBe(0)
  }
  await expectAccessible(page, 'opened sections')
})

test('what was found is set at once over categories, after a review, and taken back; the rest is removed by keys', async ({
  page,
  api,
}) => {
  const [one, two] = ['acme.search.bulk1', 'acme.search.bulk2']
  await seedCategory(api, one, { default: { bilby_ms: 10 }, ams: { bilby_ms: 20 }, [node]: { bilby_ms: 30 } })
  await seedCategory(api, two, { lon: { bilby_ms: 40 } })
  await page.goto('/search')
  await search(page, 'bilby')
  await page.getByRole('button', { name: 'Choose all 4 values' }).click()
  await page.getByRole('checkbox', { name: 'Choose bilby_ms in section default' }).press('Space')
  const bar = page.getByRole('region', { name: 'Chosen values' })
  await expect(bar).toContainText('3 values in 2 categories')
  await expectAccessible(page, 'chosen values')
  await bar.getByRole('button', { name: 'Set…' }).click()
  await expect(page.getByRole('textbox', { name: 'New value' })).toBeFocused()
  await page.keyboard.type('30')
  await page.keyboard.press('Enter')
  const review = page.getByRole('dialog', { name: 'Review of the change' })
  await expect(
    review.getByText(/^3 values: 2 stored keys change in 2 categories\..*One is as wanted already\./),
  ).toBeVisible()
  await expectAccessible(page, 'the review of chosen values')
  await review.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('2 categories are stored.')).toBeVisible()
  expect(await storedSection(api, one, 'ams')).toEqual({ bilby_ms: 30 })
  expect(await storedSection(api, two, 'lon')).toEqual({ bilby_ms: 30 })

  await page.getByRole('button', { name: 'Take it back…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  // While it is written the dialog cannot be closed.
  await expect(page.getByRole('dialog', { name: 'What was changed' })).toBeVisible()
  expect(await storedSection(api, one, 'ams')).toEqual({ bilby_ms: 20 })
  expect(await storedSection(api, two, 'lon')).toEqual({ bilby_ms: 40 })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await bar.getByRole('button', { name: 'Remove…' }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).press('Enter')
  await expect(page.getByText('2 categories are stored.')).toBeVisible()
  await page.keyboard.press('Escape')
  // The bar went with what was chosen: the focus is on the page.
  await expect(bar).toBeHidden()
  await expect(page.locator('body')).not.toBeFocused()
  expect(await api.get(`/v2/system_configs/${one}`)).toEqual({ id: one, default: { bilby_ms: 10 } })
})

test('tokens that there are not are told', async ({ page }) => {
  await page.goto('/search?q=quokka%20%40foo%20%40type%3Atext')
  await expect(page.getByText(/There is no token “@foo”/)).toBeVisible()
  await expect(page.getByText(/There is no type “text”.*Types are string, integer/)).toBeVisible()
  await expect(count(page)).toHaveText('4 settings in 1 category')
})

test('a token and its name are completed at the keyboard, or by its chip; the address keeps the search', async ({
  page,
}) => {
  await page.goto('/search')
  await settle(page)
  // Who comes to this page comes to type.
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('quokka @no')
  await expect(page.getByRole('option')).toHaveText([/^@node:/, /^@noise/])
  await expectAccessible(page, 'completions')
  // Unfinished it means nothing: Enter takes the first that it can become.
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('quokka @node:')
  await page.keyboard.type('app1.ams')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(field(page)).toHaveValue(`quokka @node:${node} `)
  await expect(count(page)).toHaveText('1 setting in 1 category')

  const chips = page.getByRole('group', { name: 'Narrow the search' })
  await chips.getByRole('button', { name: '@noise' }).click()
  await expect(chips.getByRole('button', { name: '@noise' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('heading', { name: 'No setting matches' })).toBeVisible()
  await chips.getByRole('button', { name: '@noise' }).click()
  await expect(count(page)).toHaveText('1 setting in 1 category')

  await expect(page).toHaveURL(/q=quokka.*app1\.ams/)
  await expect(page).not.toHaveURL(/noise/)
  await page.reload()
  await expect(field(page)).toHaveValue(new RegExp(`^quokka @node:${node}`))
  await expect(count(page)).toHaveText('1 setting in 1 category')
})

test('the arrow keys go through the hits; Enter opens the key in its section, and Back finds the search again', async ({
  page,
}) => {
  await page.goto('/search')
  await field(page).fill('quokka window')
  await results(page, 'quokka window').waitFor()
  await page.keyboard.press('ArrowDown')
  await expect(hit(page, /^Quokka window/)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/system-configs\/acme\.search\.quiet\?section=ams&key=%2Fquokka_window_ms$/)
  await expect(
    page
      .getByRole('textbox', { name: /quokka_window_ms/i })
      .or(page.locator('[data-pointer="/quokka_window_ms"]'))
      .first(),
  ).toBeInViewport()

  await page.goBack()
  await expect(field(page)).toHaveValue('quokka window')
  await page.getByRole('link', { name: /^ams/ }).click()
  await expect(page).toHaveURL(/section=ams/)
})

test('long lists keep only what is in sight mounted, and the keys reach their end', async ({ page }) => {
  await page.goto('/search')
  await search(page, 'e')
  await expect(count(page)).toHaveText(/^[\d,]{3,} settings/)
  const mounted = () =>
    page
      .getByRole('region', { name: /^Settings found/ })
      .getByRole('link')
      .count()
  expect(await mounted()).toBeLessThan(150)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(page.locator('[data-index] a:focus')).toBeInViewport()
  expect(await mounted()).toBeLessThan(150)
})

test('Ctrl+K finds settings anywhere, and leads to all of them', async ({ page }) => {
  await page.goto('/storage')
  await settle(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('quokka win')
  await page.getByRole('option', { name: /^quokka_window_ms/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/acme\.search\.quiet\?section=ams&key=%2Fquokka_window_ms$/)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('quokka')
  await page.getByRole('option', { name: 'See all 4 settings found' }).click()
  await expect(page).toHaveURL(/\/search\?q=quokka$/)
  await expect(count(page)).toHaveText('4 settings in 1 category')
})

test('Ctrl+K leads to the row of a setting, in the section that is open; asked again, there again', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'milliwatt', {
    default: {},
    ams: { milliwatt_timeout: 1 },
    [node]: { route_win_timeout: 4000 },
  })
  const row = page.locator('[data-pointer="/route_win_timeout"]')
  const goByPalette = async (section: string) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('route_win_timeout')
    await page.getByRole('option', { name: new RegExp(`milliwatt .* in ${section}`) }).click()
    await expect(row).toBeFocused()
    await expect(row).toBeInViewport()
  }
  await page.goto('/storage')
  await settle(page)
  await goByPalette('default')
  await expect(page).toHaveURL(/\/system-configs\/milliwatt\?key=%2Froute_win_timeout$/)
  await page.getByRole('searchbox', { name: 'Filter settings' }).focus()
  await goByPalette('default')

  await page.goto('/system-configs/milliwatt?section=ams')
  await settle(page)
  await goByPalette('ams')
  await page.keyboard.press('Enter')
  await page.keyboard.type('9')
  await expect(row.getByRole('textbox')).toHaveValue('9')
})

test('accounts that begin with what is typed come first, and Enter opens the first', async ({ page }) => {
  await page.goto('/system-configs')
  await settle(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('amber')
  const first = page.getByRole('option').first()
  await expect(first).toHaveText(/^Amber/)
  await expect(page.locator('[role=option][data-focused]')).toHaveText(/^Amber/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/storage\/accounts\//)
})

test('what was saved is found at once', async ({ page, api }) => {
  await page.goto('/search?q=quokka')
  await expect(count(page)).toHaveText('4 settings in 1 category')
  await hit(page, /^Quokka label/).click()
  await page.getByRole('textbox', { name: /quokka.label/i }).fill('otter bay')
  await page.keyboard.press('Control+s')
  await expect.poll(async () => JSON.stringify(await api.get(`/v2/system_configs/${quiet}/default`))).toContain('otter')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('otter')
  await expect(page.getByRole('option', { name: /^quokka_label/ })).toBeVisible()
})

test.describe('somebody who is no superduper admin', () => {
  test.use({ role: 'reseller-admin' })

  test('is told that system configs are closed', async ({ page }) => {
    await page.goto('/search?q=timeout')
    await expect(
      page.getByRole('heading', { name: 'System configs and topology are for superduper admins' }),
    ).toBeVisible()
  })
})
