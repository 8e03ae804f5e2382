import type { Locator, Page } from '@playwright/test'
import type { ApiClient } from '../api-client.ts'
import { expect, testOnOwnStore as test } from '../fixtures.ts'
import { expectStored, row, saveBar } from '../pages/category.ts'
import { seedCategory, storedSection } from '../seed-category.ts'

const category = 'trunkstore'
const [n1, n2, n9] = ['app@m1.lon.invented.test', 'app@m2.lon.invented.test', 'app@m9.lon.invented.test']

/** So many presses of Tab at most to whatever a job needs. */
const mostTabs = 25

async function seed(api: ApiClient) {
  await api.write('POST', '/console/topology', { base_revision: null, nodes: { [n1]: 'lon', [n2]: 'lon' } })
  await seedCategory(api, category, { default: { pool_size: 90 }, [n2]: { pool_size: 120 } })
  // What changes nothing is stored only where somebody insists.
  const { revision } = (await api.get(`/console/system_configs/${category}`)) as { revision: string }
  const operations = [{ section: n1, pointer: '/pool_size', op: 'set', value: 90, pin: true }]
  await api.write('POST', `/console/system_configs/${category}`, { base_revision: revision, operations })
}

/** Goes by Ctrl+K to what is called so, and waits for its page. */
async function go(page: Page, name: string, heading: string) {
  await choose(page, name)
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
}

async function choose(page: Page, name: string) {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(page.getByRole('option').first()).toContainText(name)
  await page.keyboard.press('Enter')
}

/** Gets the focus there by Tab. */
async function reach(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let presses = 0; presses <= mostTabs; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} is more than ${mostTabs} tabs away`)
}

async function press(page: Page, name: string, within: Page | Locator = page) {
  await reach(page, within.getByRole('button', { name, exact: true }))
  await page.keyboard.press('Enter')
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`four jobs by the keyboard alone, ${colorScheme}`, async ({ page, api }) => {
    await page.emulateMedia({ colorScheme })
    await seed(api)
    await page.goto('/system-configs')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    await test.step('a node is given a value, which is taken back', async () => {
      await go(page, category, category)
      await choose(page, 'Switch scope')
      await page.keyboard.type('m2.lon')
      await expect(page.getByRole('option', { name: n2 })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/section=app%40m2/)
      await page.keyboard.press('/')
      await page.keyboard.type('pool_size')
      await page.keyboard.press('Enter')
      await expect(page.locator('[data-row="/pool_size"]')).toBeFocused()
      await page.keyboard.press('Enter')
      await page.keyboard.type('150')
      await page.keyboard.press('Control+s')
      await expectStored(page)
      expect(await storedSection(api, category, n2)).toEqual({ pool_size: 150 })
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+z')
      await expect(saveBar(page)).toContainText('1 change')
      await page.keyboard.press('Control+s')
      await expectStored(page)
      expect(await storedSection(api, category, n2)).toEqual({ pool_size: 120 })
    })

    await test.step('why it reads that', async () => {
      await row(page, '/pool_size').waitFor()
      await page.keyboard.press('p')
      const ladder = page.getByRole('dialog', { name: 'Where pool_size comes from' })
      await expect(ladder).toContainText('This node reads 120, set here.')
      await page.keyboard.press('Escape')
      await expect(ladder).toBeHidden()
    })

    await test.step('what changes nothing is removed', async () => {
      await go(page, 'Sweeper', 'Sweeper')
      await press(page, 'Select all that change nothing')
      await press(page, 'Review')
      const dialog = page.getByRole('dialog')
      await press(page, 'Apply', dialog)
      await expect(page.getByRole('dialog', { name: 'What was changed' })).toBeVisible()
      expect(await api.get(`/console/system_configs/${category}`)).not.toHaveProperty(['sections', n1])
      await page.keyboard.press('Escape')
    })

    await test.step('a node is cloned', async () => {
      await go(page, n2, n2)
      await press(page, 'Clone…')
      await reach(page, page.getByRole('combobox', { name: 'To the node' }))
      await page.keyboard.type(n9)
      const dialog = page.getByRole('dialog')
      await press(page, 'Review', dialog)
      await press(page, 'Clone', dialog)
      await expect(dialog.getByText('1 of 1 stored.')).toBeVisible()
      expect(await storedSection(api, category, n9)).toEqual({ pool_size: 120 })
    })
  })
}
