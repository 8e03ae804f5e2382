import type { Page } from '@playwright/test'
import { expectAccessible } from '../expect-accessible.ts'
import { expect, test } from '../fixtures.ts'
import { openCategory } from '../pages/category.ts'
import { seedCategory, storedSection } from '../seed-category.ts'

const node = (app: string, zone: string) => `kazoo_apps@${app}.${zone}.example.net`

async function openMenu(page: Page, section: string, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: `More for section ${section}` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('the changes of a section are applied to three nodes as one step, which is undone and done again', async ({
  page,
  api,
}) => {
  const category = 'acme.bulk.apply'
  const [first, second, third] = [node('app1', 'fra'), node('app2', 'fra'), node('app1', 'ams')]
  await seedCategory(api, category, { default: { pace: 10, mode: 'slow' }, [first]: { mode: 'own' } })
  await openCategory(page, category)
  await page.getByRole('textbox', { name: 'Mode' }).fill('fast')
  await openMenu(page, 'default', /^Apply its changes/)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('mode becomes fast')).toBeVisible()
  const submit = dialog.getByRole('button', { name: 'Choose where' })
  await expect(submit).toBeDisabled()
  await dialog.getByRole('searchbox', { name: 'Filter nodes and zones' }).fill('kazoo_apps')
  for (const name of [first, second, third]) await dialog.getByText(name, { exact: true }).click()
  await expectAccessible(page, 'apply to sections')
  await dialog.getByRole('button', { name: 'Apply to 3 sections' }).click()
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  await expect(bar).toContainText('4 changes in 4 sections')

  await bar.getByRole('button', { name: 'Undo' }).click()
  await expect(bar).toContainText('1 change')
  await bar.getByRole('button', { name: 'Redo' }).click()
  await expect(bar).toContainText('4 changes in 4 sections')
})

test('what was applied is stored where it was applied, and nowhere else', async ({ page, api }) => {
  const category = 'acme.bulk.save'
  const nodes = [node('app1', 'fra'), node('app2', 'fra'), node('app1', 'ams')]
  await seedCategory(api, category, { default: { pace: 10 }, lon: { pace: 20 } })
  await openCategory(page, category, '?section=lon')
  await page.getByRole('textbox', { name: 'Pace' }).fill('30')
  await openMenu(page, 'lon', /^Apply its changes/)
  const dialog = page.getByRole('dialog')
  for (const name of nodes) await dialog.getByText(name, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Apply to 3 sections' }).click()
  await page.keyboard.press('Control+s')
  for (const name of [...nodes, 'lon']) {
    await expect.poll(() => storedSection(api, category, encodeURIComponent(name))).toEqual({ pace: 30 })
  }
  expect(Object.keys((await api.get(`/v2/system_configs/${category}`)) as object).sort()).toEqual(
    ['default', 'id', 'lon', ...nodes].sort(),
  )
})

test('all nodes of a zone are chosen at once, also by keyboard', async ({ page, api }) => {
  const category = 'acme.bulk.zone'
  await seedCategory(api, category, { default: { pace: 10 } })
  await openCategory(page, category)
  await page.getByRole('textbox', { name: 'Pace' }).fill('30')
  await openMenu(page, 'default', /^Apply its changes/)
  const zone = page.getByRole('dialog').getByRole('region', { name: 'Zone fra' })
  await zone.getByRole('button', { name: /^Choose all/ }).press('Enter')
  await expect(zone.getByRole('checkbox', { name: node('app1', 'fra') })).toBeChecked()
  await expect(zone.getByRole('checkbox', { name: /^fra/ })).not.toBeChecked()
  await zone.getByRole('button', { name: /^Leave all/ }).press('Enter')
  await expect(page.getByRole('button', { name: 'Choose where' })).toBeDisabled()
  await zone.getByRole('checkbox', { name: /^fra/ }).press('Space')
  await expect(page.getByRole('button', { name: 'Apply to 1 section' })).toBeEnabled()
})

test('a section is copied to another name, secrets left out', async ({ page, api }) => {
  const category = 'acme.bulk.copy'
  await seedCategory(api, category, {
    lon: { pace: 20, rates: { base: 'low' }, gate_password: 'invented-gate-word' },
    fra: { pace: 1, extra: 'old' },
  })
  await openCategory(page, category, '?section=lon')
  await openMenu(page, 'lon', /^Copy it/)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Copy section' }).click()
  await expect(dialog.getByText('Say which section.')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'To the section' }).fill('fra')
  await expect(dialog.getByText(/^fra sets 2 keys so far/)).toBeVisible()
  await expect(dialog.getByText(/1 secret is not copied/)).toBeVisible()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Copy section' }).click()
  await expect(page).toHaveURL(/section=fra/)
  await page.keyboard.press('Control+s')
  await expect.poll(() => storedSection(api, category, 'fra')).toEqual({ pace: 20, rates: { base: 'low' } })
  expect(await storedSection(api, category, 'lon')).toMatchObject({ gate_password: 'invented-gate-word' })
})

test('what all nodes of a zone set is set once for the zone', async ({ page, api }) => {
  const category = 'acme.bulk.promote'
  const topology = (await api.get('/console/topology')) as { nodes: { name: string; zone: string | null }[] }
  const nodes = topology.nodes.filter(({ zone }) => zone === 'fra').map(({ name }) => name)
  expect(nodes.length).toBeGreaterThan(1)
  await seedCategory(api, category, {
    default: { pace: 10 },
    ...Object.fromEntries(nodes.map((name) => [name, { pace: 30, other: name }])),
  })
  await openCategory(page, category)
  await expect(page.getByText(`${nodes.length} of ${nodes.length} nodes of fra set pace to 30.`)).toBeVisible()
  await expectAccessible(page, 'promotion')
  await page.getByRole('button', { name: 'Hide until the page is left' }).click()
  await expect(page.getByText(/nodes of fra set pace/)).toBeHidden()
  await page.reload()
  await page.getByRole('button', { name: 'Set pace once for zone fra' }).click()
  await expect(page.getByText(/nodes of fra set pace/)).toBeHidden()
  await page.keyboard.press('Control+s')
  await expect.poll(() => storedSection(api, category, 'fra')).toEqual({ pace: 30 })
  for (const name of nodes) {
    expect(await storedSection(api, category, encodeURIComponent(name))).toEqual({ other: name })
  }
})
