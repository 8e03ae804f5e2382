import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../expect-accessible.ts'
import { expect, test, testOnOwnStore } from '../fixtures.ts'
import { expectStored, saveBar } from '../pages/category.ts'
import { seedCategory, storedSection } from '../seed-category.ts'

const [n1, n2, n3] = ['app@m1.invented.test', 'app@m2.invented.test', 'app@m3.invented.test']

async function openMatrix(page: Page, category: string, search = ''): Promise<Locator> {
  await page.goto(`/system-configs/${category}/matrix${search}`)
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible()
  return grid
}

/** The cell of a key in a section; both must be in sight. */
async function cell(grid: Locator, key: string, section: string): Promise<Locator> {
  const column = await grid
    .getByRole('columnheader', { name: section, exact: true })
    .last()
    .getAttribute('aria-colindex')
  return row(grid, key).locator(`[role="gridcell"][aria-colindex="${column}"]`)
}

function row(grid: Locator, key: string): Locator {
  return grid.getByRole('row').filter({ has: grid.page().getByRole('rowheader', { name: key, exact: true }) })
}

async function expectCell(grid: Locator, key: string, section: string, says: string | RegExp): Promise<void> {
  await expect(await cell(grid, key, section)).toHaveAccessibleName(says)
}

test('several nodes are given a value at once: selected, typed, reviewed, saved', async ({ page, api }) => {
  await seedCategory(api, 'trunkstore', {
    default: { pool_size: 90 },
    invented: { pool_size: 120 },
    [n1]: { pool_size: 100 },
    [n2]: { pool_overflow: 7 },
    [n3]: { ring_ready_offnet: false },
  })
  const grid = await openMatrix(page, 'trunkstore', '?in=invented')
  await expectCell(grid, 'pool_size', 'default', '90, set here')
  await expectCell(grid, 'pool_size', 'invented', '120, set here')
  await expectCell(
    grid,
    'pool_size',
    n2,
    /^90, from default, if in no zone .*; or 120, from zone invented, if in zone invented$/,
  )
  await expectCell(grid, 'pool_threshold', 'default', 'KAZOO’s built-in (schema says 5)')

  await (await cell(grid, 'pool_size', n1)).click()
  await (await cell(grid, 'pool_size', n3)).click({ modifiers: ['Shift'] })
  const bar = page.getByRole('region', { name: 'Selected cells' })
  await expect(bar).toContainText('3 cells · pool_size · 3 sections')
  await page.keyboard.type('250')
  await page.keyboard.press('Enter')
  for (const node of [n1, n2, n3]) await expectCell(grid, 'pool_size', node, '250, set here; unsaved')
  await expect(saveBar(page)).toContainText('3 changes in 3 sections')

  await saveBar(page).getByRole('button', { name: 'Review' }).click()
  const review = page.getByRole('dialog', { name: 'Review of trunkstore' })
  await expect(review).toContainText('250')
  await review.getByRole('button', { name: 'Save' }).click()
  await expectStored(page)
  expect(await storedSection(api, 'trunkstore', n1)).toEqual({ pool_size: 250 })
  expect(await storedSection(api, 'trunkstore', n2)).toEqual({ pool_size: 250, pool_overflow: 7 })
  expect(await storedSection(api, 'trunkstore', n3)).toEqual({ pool_size: 250, ring_ready_offnet: false })
  await expectCell(grid, 'pool_size', n2, '250, set here')
})

test('without a mouse: cells are reached, selected, edited, undone and reset by keys', async ({ page, api }) => {
  await seedCategory(api, 'trunkstore', {
    default: { pool_size: 90 },
    [n1]: { pool_size: 100 },
    [n2]: { pool_size: 1 },
  })
  const grid = await openMatrix(page, 'trunkstore', '?q=pool&in=invented')
  await (await cell(grid, 'pool_overflow', 'default')).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(await cell(grid, 'pool_size', 'default')).toBeFocused()
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Value' })).toBeFocused()
  await page.keyboard.type('33')
  await page.keyboard.press('Enter')
  await expectCell(grid, 'pool_size', n1, '33, set here; unsaved')
  await expectCell(grid, 'pool_size', n2, '33, set here; unsaved')
  await expect(await cell(grid, 'pool_size', n1)).toBeFocused()

  await page.keyboard.press('Control+z')
  await expectCell(grid, 'pool_size', n1, '100, set here')
  await expectCell(grid, 'pool_size', n2, '1, set here')
  await page.keyboard.press('Control+Shift+z')
  await expectCell(grid, 'pool_size', n2, '33, set here; unsaved')
  await page.keyboard.press('Delete')
  await expectCell(grid, 'pool_size', n1, '90, from default; unsaved')
  await page.keyboard.press('Control+s')
  await expectStored(page)
  expect(await storedSection(api, 'trunkstore', 'default')).toMatchObject({ pool_size: 90 })
  const { [n1]: first = {}, [n2]: second = {} } = (await api.get('/v2/system_configs/trunkstore')) as Record<
    string,
    object
  >
  expect([first, second]).toEqual([{}, {}])

  await page.keyboard.press('Control+z')
  await expectCell(grid, 'pool_size', n1, '100, set here; unsaved')
  await expectCell(grid, 'pool_size', n2, '1, set here; unsaved')
  await page.keyboard.press('Control+s')
  await expectStored(page)
  expect(await storedSection(api, 'trunkstore', n1)).toEqual({ pool_size: 100 })
})

test('without a mouse, cells are edited in their place one after the other: typed, chosen, given up, saved', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'trunkstore', {
    default: { pool_size: 90, pool_threshold: 9 },
    [n1]: { pool_size: 100 },
    [n2]: { pool_threshold: 7 },
  })
  const grid = await openMatrix(page, 'trunkstore', `?in=invented&section=${n1}&key=%2Fpool_size`)
  await (await cell(grid, 'pool_size', n1)).focus()
  // A character replaces what is there; Enter goes down, Tab to the right.
  await page.keyboard.type('210')
  await expect(grid.getByRole('textbox', { name: `pool_size in ${n1}` })).toHaveValue('210')
  await page.keyboard.press('Enter')
  await expectCell(grid, 'pool_size', n1, '210, set here; unsaved')
  await expect(await cell(grid, 'pool_threshold', n1)).toBeFocused()
  await page.keyboard.press('F2')
  await expect(grid.getByRole('textbox', { name: `pool_threshold in ${n1}` })).toHaveAttribute('placeholder', '9')
  await page.keyboard.type('8')
  await page.keyboard.press('Tab')
  await expect(await cell(grid, 'pool_threshold', n2)).toBeFocused()
  // What is given up changes nothing, and what is not set yet has an undo of its own.
  await page.keyboard.press('Enter')
  await page.keyboard.type('99')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await expect(await cell(grid, 'pool_threshold', n2)).toBeFocused()
  await expectCell(grid, 'pool_threshold', n2, '7, set here')
  await expectCell(grid, 'pool_threshold', n1, '8, set here; unsaved')
  // A list shows each choice whole.
  await page.keyboard.press('ArrowDown')
  await expect(await cell(grid, 'ring_ready_offnet', n2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox')).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('option', { name: 'Off' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expectCell(grid, 'ring_ready_offnet', n2, 'off, set here; unsaved')
  await expect(await cell(grid, 'ring_ready_offnet', n2)).toBeFocused()
  // Beyond the last column there is nothing to go to.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('5')
  await page.keyboard.press('Tab')
  await expectCell(grid, 'pool_threshold', n2, /^5, set here;.*unsaved/)
  await expect(await cell(grid, 'pool_threshold', n2)).toBeFocused()
  // What is being typed is part of what is saved.
  await page.keyboard.type('6')
  await page.keyboard.press('Control+s')
  await expectStored(page)
  expect(await storedSection(api, 'trunkstore', n1)).toEqual({ pool_size: 210, pool_threshold: 8 })
  expect(await storedSection(api, 'trunkstore', n2)).toMatchObject({ pool_threshold: 6 })
})

test('switches are chosen, keys of different types and wrong values are refused with words', async ({ page, api }) => {
  await seedCategory(api, 'trunkstore', { [n1]: { pool_size: 100 } })
  const grid = await openMatrix(page, 'trunkstore', '?in=invented')
  const bar = page.getByRole('region', { name: 'Selected cells' })
  await (await cell(grid, 'ring_ready_offnet', n1)).click()
  await bar.getByRole('radio', { name: 'Off' }).click()
  await expectCell(grid, 'ring_ready_offnet', n1, 'off, set here; unsaved')

  await (await cell(grid, 'pool_threshold', n1)).click()
  await page.keyboard.type('1.5')
  await page.keyboard.press('Enter')
  const open = grid.getByRole('textbox', { name: `pool_threshold in ${n1}` })
  await expect(open).toHaveAccessibleDescription(/whole number/)
  await (await cell(grid, 'pool_size', n1)).click()
  await expect(open).toBeFocused()
  await expectAccessible(page, 'a cell with a wrong value')
  // It is of this cell alone: a filter that hides the cell lets go of it.
  await page.getByRole('searchbox', { name: 'Filter keys' }).fill('pool_size')
  await expect(grid.getByRole('rowheader')).toHaveText(['pool_size'])
  await expect(grid.getByRole('textbox')).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Filter keys' }).fill('')
  await expectCell(grid, 'pool_threshold', n1, /^KAZOO’s built-in/)
  await expectCell(grid, 'pool_size', n1, '100, set here')

  await (await cell(grid, 'pool_threshold', n1)).click({ modifiers: ['Shift'] })
  await (await cell(grid, 'ring_ready_offnet', n1)).click({ modifiers: ['Control'] })
  await expect(bar).toContainText('These keys are of different types (switch, number)')
  await expect(saveBar(page)).toContainText('1 change')
  await page.keyboard.press('Control+z')
  await expect(saveBar(page)).toBeHidden()
})

test('only what differs or is set is shown, and the address keeps that', async ({ page, api }) => {
  await seedCategory(api, 'hotornot', {
    default: { trie_module: 'hon_tree', default_rate_increment: 30 },
    z1: { default_rate_increment: 10 },
  })
  const grid = await openMatrix(page, 'hotornot')
  await expect(grid.getByRole('rowheader')).not.toHaveCount(1)
  const only = page.getByRole('radiogroup', { name: 'Only' })
  await only.getByRole('radio', { name: 'Differing' }).click()
  await expect(grid.getByRole('rowheader')).toHaveText(['default_rate_increment'])
  await expect(page).toHaveURL(/only=differing/)
  await page.reload()
  await expect(grid.getByRole('rowheader')).toHaveText(['default_rate_increment'])
  await only.getByRole('radio', { name: 'Set anywhere' }).click()
  await expect(grid.getByRole('rowheader')).toHaveText(['default_rate_increment', 'trie_module'])
  await page.getByRole('searchbox', { name: 'Filter keys' }).fill('trie')
  await expect(grid.getByRole('rowheader')).toHaveText(['trie_module'])
  await expect(page).toHaveURL(/q=trie/)
})

test('secrets only say whether they are set, and are not edited here', async ({ page, api }) => {
  await seedCategory(api, 'media', { [n1]: { proxy_password: 'invented-proxy-password' } })
  const grid = await openMatrix(page, 'media', '?q=proxy_password&in=invented')
  await expectCell(grid, 'proxy_password', n1, 'secret set, set here')
  await expectCell(grid, 'proxy_password', 'default', 'not set')
  await (await cell(grid, 'proxy_password', n1)).click()
  const bar = page.getByRole('region', { name: 'Selected cells' })
  await expect(bar).toContainText('Secrets are set and cleared in the editor')
  await expect(bar.getByRole('textbox')).toHaveCount(0)
  await bar.getByRole('link', { name: /^Open in editor/ }).click()
  await expect(page).toHaveURL(/\/system-configs\/media\?section=.*key=/)
})

testOnOwnStore('of 70 keys by 500 nodes only what is in sight is mounted', async ({ page, api }) => {
  const nodes = Array.from({ length: 500 }, (_, index) => `ecallmgr@n${String(index).padStart(3, '0')}.example.net`)
  await seedCategory(api, 'ecallmgr', {
    default: { acl_request_timeout_ms: 4000, invented_by_hand: true },
    ...Object.fromEntries(nodes.map((name, index) => [name, { acl_request_timeout_ms: 1000 + index }])),
  })
  const zones = Object.fromEntries(nodes.map((name, index) => [name, `z${index % 5}`]))
  await api.write('POST', '/console/topology', { base_revision: null, nodes: zones })

  const grid = await openMatrix(page, 'ecallmgr')
  await expect(grid).toHaveAttribute('aria-rowcount', '72')
  await expect(grid).toHaveAttribute('aria-colcount', '507')
  const mounted = () => grid.getByRole('gridcell').count()
  expect(await mounted()).toBeLessThan(500)

  await page.getByRole('gridcell').first().focus()
  await page.keyboard.press('Control+End')
  await expect(grid.getByRole('columnheader', { name: 'ecallmgr@n499.example.net', exact: true })).toBeVisible()
  expect(await mounted()).toBeLessThan(500)
  await page.keyboard.press('Control+ArrowUp')
  await expectCell(grid, 'acl_request_timeout_ms', 'ecallmgr@n499.example.net', '1499, set here')
  await expectCell(grid, 'acl_request_timeout_fudge_ms', 'ecallmgr@n499.example.net', /^KAZOO’s built-in/)

  await grid.evaluate((element) => element.scrollTo(20_000, 800))
  await expect(grid.getByRole('gridcell').first()).toBeAttached()
  expect(await mounted()).toBeLessThan(500)
})
