import type { Page } from '@playwright/test'
import type { ApiClient } from '../api-client.ts'
import { expectAccessible } from '../expect-accessible.ts'
import { expect, testOnOwnStore as test } from '../fixtures.ts'
import { openCategory, row, save, saveBar } from '../pages/category.ts'
import { seedCategory, storedSection } from '../seed-category.ts'

const [n1, n2, n3] = ['ecallmgr@n1.example.net', 'ecallmgr@n2.example.net', 'ecallmgr@n3.example.net']
const pointer = '/acl_request_timeout_ms'
const category = 'sysconf'

const chain = (page: Page) => row(page, pointer).getByRole('button').and(page.locator('[aria-haspopup="dialog"]'))
const ladder = (page: Page) => page.getByRole('dialog', { name: 'Where acl_request_timeout_ms comes from' })
const field = (page: Page) => page.getByRole('textbox', { name: 'ACL request timeout', exact: true })

/** Stores sections that set the one key, and opens the form of one of them. */
async function open(page: Page, api: ApiClient, values: Record<string, number>, section: string) {
  const sections = Object.entries(values).map(([name, value]) => [name, { acl_request_timeout_ms: value }])
  await seedCategory(api, category, Object.fromEntries(sections))
  await openCategory(page, category, `?section=${section}`)
}

async function place(api: ApiClient, nodes: Record<string, string>) {
  await api.write('POST', '/console/topology', { base_revision: null, nodes })
}

/** Stores a value that a write over `/v2` would drop, as the console does. */
async function keep(api: ApiClient, section: string, value: number) {
  const { revision } = (await api.get(`/console/system_configs/${category}`)) as { revision: string }
  const operations = [{ section, pointer, op: 'set', value, pin: true }]
  await api.write('POST', `/console/system_configs/${category}`, { base_revision: revision, operations })
}

async function openLadder(page: Page) {
  await chain(page).click()
  await expect(ladder(page)).toBeVisible()
}

/** What the section stores of the key. */
async function stored(api: ApiClient, section: string): Promise<unknown> {
  const values = (await storedSection(api, category, section)) as Record<string, unknown>
  return values.acl_request_timeout_ms
}

test('the ladder of a node’s key has a rung a layer, and a removal keeps the word that its button gave', async ({
  page,
  api,
}) => {
  await place(api, { [n1]: 'z1' })
  await open(page, api, { default: 1500, z1: 500, [n1]: 900 }, n1)
  await expect(chain(page)).toHaveText('set here 900 ← zone z1 500 ← default 1500 ← schema 2000')
  await openLadder(page)
  await expect(ladder(page)).toContainText('This node reads 900, set here.')
  await expect(ladder(page).getByRole('listitem')).toHaveText([
    new RegExp(`^${n1}900in force`),
    /^zone z1500/,
    /^default1500/,
    /^schema default2000.*the code may differ/,
  ])
  await expectAccessible(page, 'the ladder')

  await ladder(page).getByRole('button', { name: 'Remove here → becomes 500 from zone z1' }).click()
  await expect(ladder(page)).toBeHidden()
  await expect(chain(page)).toHaveText('zone z1 500 ← default 1500 ← schema 2000')
  await expect(field(page)).toHaveAttribute('placeholder', '500')

  await openLadder(page)
  await ladder(page).getByRole('button', { name: 'Remove here → becomes 1500 from default' }).click()
  await expect(chain(page)).toHaveText('default 1500 ← schema 2000')
  await page.keyboard.press('Control+z')
  await expect(chain(page)).toHaveText('zone z1 500 ← default 1500 ← schema 2000')
  await save(page)
  expect(await stored(api, n1)).toBeUndefined()
  expect(await stored(api, 'z1')).toBe(500)
})

test('the row and the ladder say both what nodes read and what the API says; a rung leads to its section', async ({
  page,
  api,
}) => {
  await place(api, { [n1]: 'z1' })
  await open(page, api, { default: 1500, z1: 500 }, n1)
  await expect(row(page, pointer)).toContainText('the API says 1500')
  const answer = (await api.get(`/v2/system_configs/${category}/${n1}?with_defaults=true`)) as object
  expect(answer).toHaveProperty('acl_request_timeout_ms', 1500)
  await openLadder(page)
  await expect(ladder(page)).toContainText('This node reads 500 from zone z1.')
  await expect(ladder(page)).toContainText('The /v2 API gives 1500 for it: the API leaves the zone out')

  await ladder(page).getByRole('button', { name: 'Edit here: zone z1' }).click()
  await expect(page).toHaveURL(/section=z1/)
  await expect(field(page)).toBeFocused()
  await field(page).fill('700')
  await save(page)
  expect(await stored(api, 'z1')).toBe(700)
})

test('a masked override is found, and goes by changing the zone', async ({ page, api }) => {
  await place(api, { [n1]: 'z1' })
  await open(page, api, { default: 1500, z1: 500 }, n1)
  await field(page).fill('1500')
  await expect(row(page, pointer)).toContainText('a /v2 write would drop this: zone z1 says otherwise')
  await save(page)
  expect(await stored(api, n1)).toBe(1500)
  await openLadder(page)
  await expect(ladder(page)).toContainText('The next whole-document write by another client drops this override')
  await expectAccessible(page, 'a masked override')
  await ladder(page).getByRole('button', { name: 'Change zone z1 to 1500' }).click()
  await expect(row(page, pointer)).not.toContainText('would drop this')
  await expect(chain(page)).toHaveText('default 1500 ← schema 2000')
  await save(page)
  expect(await stored(api, 'z1')).toBeUndefined()
  expect(await stored(api, n1)).toBeUndefined()
  expect(await stored(api, 'default')).toBe(1500)
})

test('a masked override goes by moving the zone’s value to its other nodes; another client then loses nothing', async ({
  page,
  api,
}) => {
  await place(api, { [n1]: 'z1', [n2]: 'z1', [n3]: 'z1', 'ecallmgr@far.example.net': 'z2' })
  await open(page, api, { default: 1500, z1: 500 }, n1)
  await field(page).fill('1500')
  await save(page)
  await openLadder(page)
  await expect(ladder(page)).toContainText(`set at ${n2} and ${n3}`)
  await ladder(page).getByRole('button', { name: 'Move 500 from zone z1 to its other nodes' }).click()
  await expect(saveBar(page)).toContainText('4 changes in 4 sections')
  await save(page)

  const whole = (await api.get(`/v2/system_configs/${category}`)) as object
  await api.write('POST', `/v2/system_configs/${category}`, whole)
  expect(await stored(api, n2)).toBe(500)
  expect(await stored(api, n3)).toBe(500)
  expect(await stored(api, 'z1')).toBeUndefined()
  expect(await stored(api, n1)).toBeUndefined()
  expect(await stored(api, 'default')).toBe(1500)
})

test('where nobody knows the zone both possibilities are shown, and Topology settles it', async ({ page, api }) => {
  await open(page, api, { default: 1500, z1: 500 }, n1)
  await expect(chain(page)).toHaveText('zone unknown: 500 if in z1, else 1500')
  await openLadder(page)
  await expect(ladder(page)).toContainText('1500 from default if no zone with a section here is its zone')
  await expect(ladder(page)).toContainText('500 from zone z1 if it is in zone z1')
  await expectAccessible(page, 'an unknown zone')
  await ladder(page).getByRole('link', { name: 'Say in Topology which zone it is in' }).click()
  await expect(page.getByRole('heading', { name: 'Topology', level: 1 })).toBeVisible()
  await place(api, { [n1]: 'z1' })
  await openCategory(page, category, `?section=${n1}`)
  await expect(chain(page)).toHaveText('zone z1 500 ← default 1500 ← schema 2000')
})

test('by keyboard alone: from row to ladder, a removal, and back in the row', async ({ page, api }) => {
  await place(api, { [n1]: 'z1' })
  await open(page, api, { default: 1500, z1: 500, [n1]: 900 }, n1)
  await row(page, pointer).focus()
  await page.keyboard.press('p')
  await expect(ladder(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row(page, pointer)).toBeFocused()
  await chain(page).focus()
  await page.keyboard.press('Enter')
  await expect(ladder(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(ladder(page).getByRole('button', { name: 'Remove here → becomes 500 from zone z1' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ladder(page)).toBeHidden()
  await expect(chain(page)).toBeFocused()
  await expect(chain(page)).toHaveText('zone z1 500 ← default 1500 ← schema 2000')
})

test('on a phone the ladder fits, and its buttons work', async ({ page, api }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await place(api, { [n1]: 'z1', [n2]: 'z1' })
  await open(page, api, { default: 1500, z1: 500 }, n1)
  await keep(api, n1, 1500)
  await page.reload()
  await expect(row(page, pointer)).toContainText('would drop this')
  await openLadder(page)
  const box = await ladder(page).boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
  await expectAccessible(page, 'the ladder on a phone')
  await ladder(page).getByRole('button', { name: 'Change zone z1 to 1500' }).click()
  await expect(saveBar(page)).toContainText('2 changes')
})
