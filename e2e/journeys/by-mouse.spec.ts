import type { Locator, Page } from '@playwright/test'
import type { ApiClient } from '../api-client.ts'
import { expect, testOnOwnStore as test } from '../fixtures.ts'
import { expectStored, row, saveBar, scopeBar } from '../pages/category.ts'
import { seedCategory, storedSection } from '../seed-category.ts'

const nodes = [1, 2, 3, 4, 5].map((number) => `ecallmgr@m${number}.lon.invented.test`)
const [n1 = '', n2 = ''] = nodes
const key = 'acl_request_timeout_ms'

/** Every click of a job, from the list of categories on. What is typed does not count, nor do the keys that end it. */
class Mouse {
  clicks = 0

  async click(target: Locator, options?: Parameters<Locator['click']>[0]): Promise<void> {
    this.clicks += 1
    await target.click(options)
  }
}

async function begin(page: Page, api: ApiClient, sections: Record<string, object>) {
  await api.write('POST', '/console/topology', {
    base_revision: null,
    nodes: Object.fromEntries(nodes.map((name) => [name, 'lon'])),
  })
  await seedCategory(api, 'sysconf', sections)
  await page.goto('/system-configs')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return new Mouse()
}

const area = (page: Page, name: string) => page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name })
const category = (page: Page) =>
  page.getByRole('region', { name: 'System configs' }).getByRole('link', { name: /^sysconf/ })
const field = (page: Page) => row(page, `/${key}`).getByRole('textbox')

async function choose(page: Page, mouse: Mouse, node: string) {
  await mouse.click(scopeBar(page).getByRole('button', { expanded: false }))
  await mouse.click(page.getByRole('option', { name: node }).first())
}

test('a value of one node: 5 clicks', async ({ page, api }) => {
  const mouse = await begin(page, api, { default: { [key]: 1500 }, [n1]: { [key]: 900 } })
  await mouse.click(category(page))
  await choose(page, mouse, n1)
  await mouse.click(field(page))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('800')
  await mouse.click(saveBar(page).getByRole('button', { name: 'Save' }))
  await expectStored(page)
  expect(await storedSection(api, 'sysconf', n1)).toEqual({ [key]: 800 })
  expect(mouse.clicks).toBe(5)
})

test('why a node reads what it reads, also one without a section: 4 clicks', async ({ page, api }) => {
  const mouse = await begin(page, api, { default: { [key]: 1500 }, lon: { [key]: 900 } })
  await mouse.click(category(page))
  await choose(page, mouse, n2)
  await mouse.click(row(page, `/${key}`).locator('[aria-haspopup="dialog"]'))
  await expect(page.getByRole('dialog')).toContainText('This node reads 900 from zone lon.')
  expect(mouse.clicks).toBe(4)
})

test('a key of the five nodes of a zone: 5 clicks', async ({ page, api }) => {
  const mouse = await begin(page, api, { default: { [key]: 1500 } })
  await mouse.click(category(page))
  await mouse.click(page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Matrix' }))
  const cells = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: key }) })
    .getByRole('gridcell')
  await expect(cells).toHaveCount(7)
  await mouse.click(cells.nth(2))
  await mouse.click(cells.nth(6), { modifiers: ['Shift'] })
  await page.keyboard.type('700')
  await page.keyboard.press('Enter')
  await mouse.click(saveBar(page).getByRole('button', { name: 'Save' }))
  await expectStored(page)
  for (const node of nodes) expect(await storedSection(api, 'sysconf', node)).toEqual({ [key]: 700 })
  expect(mouse.clicks).toBe(5)
})

test('who overrides a key: the search shows all of them after 2 clicks, and a third leads to one', async ({
  page,
  api,
}) => {
  const overrides = Object.fromEntries(nodes.map((node, index) => [node, { [key]: 700 + index }]))
  const mouse = await begin(page, api, { default: { [key]: 1500 }, ...overrides })
  await mouse.click(page.getByRole('link', { name: 'Search all settings' }))
  await expect(page.getByRole('combobox', { name: 'Search settings' })).toBeFocused()
  await page.keyboard.type(key)
  await mouse.click(page.getByRole('button', { name: '+3 sections' }))
  const value = (node: string) => page.getByRole('link', { name: new RegExp(`^${node}`) })
  for (const node of nodes) await expect(value(node)).toBeVisible()
  await mouse.click(value(n1))
  await expect(field(page)).toHaveValue('700')
  expect(mouse.clicks).toBe(3)
})

test('a node is copied to another one over all categories: 5 clicks', async ({ page, api }) => {
  const mouse = await begin(page, api, { default: { [key]: 1500 }, [n1]: { [key]: 900 } })
  await seedCategory(api, 'ecallmgr', { [n1]: { acl_request_timeout_ms: 900 } })
  await mouse.click(area(page, 'Topology'))
  await mouse.click(page.getByRole('link', { name: n1 }))
  await mouse.click(page.getByRole('button', { name: 'Clone…' }))
  await page.getByRole('combobox', { name: 'To the node' }).fill(n2)
  await page.keyboard.press('Escape')
  const dialog = page.getByRole('dialog')
  await mouse.click(dialog.getByRole('button', { name: 'Review' }))
  await mouse.click(dialog.getByRole('button', { name: 'Clone' }))
  await expect(dialog.getByText('2 of 2 stored.')).toBeVisible()
  expect(mouse.clicks).toBe(5)
})

test('all that changes nothing is removed: 4 clicks', async ({ page, api }) => {
  const mouse = await begin(page, api, { default: { [key]: 1500 } })
  const { revision } = (await api.get('/console/system_configs/sysconf')) as { revision: string }
  // Another client would not have stored it.
  const noise = { section: 'lon', pointer: `/${key}`, op: 'set', value: 1500, pin: true }
  await api.write('POST', '/console/system_configs/sysconf', { base_revision: revision, operations: [noise] })
  await mouse.click(area(page, 'Sweeper'))
  await mouse.click(page.getByRole('button', { name: 'Select all that change nothing' }))
  await mouse.click(page.getByRole('region', { name: 'Selected findings' }).getByRole('button', { name: 'Review' }))
  await mouse.click(page.getByRole('dialog').getByRole('button', { name: 'Apply' }))
  await expect(page.getByText('1 category is stored.')).toBeVisible()
  expect(mouse.clicks).toBe(4)
})

test('the first value of an empty store for a node: 8 clicks, its name typed once', async ({ page, api }) => {
  await page.goto('/system-configs')
  const mouse = new Mouse()
  await mouse.click(page.getByRole('link', { name: 'Say which nodes there are' }))
  await mouse.click(page.getByRole('button', { name: /^Add nodes/ }).first())
  await page.keyboard.type(n1)
  await mouse.click(page.getByRole('dialog').getByRole('button', { name: /^Add/ }))
  await mouse.click(saveBar(page).getByRole('button', { name: 'Save' }))
  await mouse.click(page.getByRole('link', { name: n1 }))
  await mouse.click(page.getByRole('link', { name: /^Set a first value/ }))
  await mouse.click(field(page))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('800')
  await mouse.click(saveBar(page).getByRole('button', { name: 'Save' }))
  await expectStored(page)
  expect(await storedSection(api, 'sysconf', n1)).toEqual({ [key]: 800 })
  expect(mouse.clicks).toBe(8)
})

test('what the nodes of a zone set is moved to the zone: 1 click and Save', async ({ page, api }) => {
  const same = Object.fromEntries(nodes.map((node) => [node, { [key]: 900 }]))
  const mouse = await begin(page, api, { default: { [key]: 1500 }, ...same })
  await category(page).click()
  await mouse.click(page.getByRole('button', { name: `Set ${key} once for zone lon` }))
  await mouse.click(saveBar(page).getByRole('button', { name: 'Save' }))
  await expectStored(page)
  expect(await storedSection(api, 'sysconf', 'lon')).toEqual({ [key]: 900 })
  expect(mouse.clicks).toBe(2)
})
