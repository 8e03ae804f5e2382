import type { Page } from '@playwright/test'
import type { ApiClient } from '../api-client.ts'
import { expectAccessible } from '../expect-accessible.ts'
import { expect, testOnOwnStore as test } from '../fixtures.ts'
import { openCategory, row } from '../pages/category.ts'
import { seedCategory } from '../seed-category.ts'

const node = 'app@n1.example.net'
const other = 'app@n2.example.net'

async function openTopology(page: Page, api: ApiClient) {
  await seedCategory(api, 'registrar', {
    default: { listeners: 3 },
    z1: { listeners: 4 },
    [node]: { use_aggregate: false },
    [other]: { use_aggregate: false },
  })
  await page.goto('/topology')
  await expect(page.getByRole('heading', { name: 'Topology', level: 1 })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(node) })).toBeVisible()
}

const zoneOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^Zone of ${name}`) })
const saved = (page: Page) => page.getByRole('alertdialog').filter({ hasText: /^Stored/ })

/** Types a zone, leaves the field, which closes its suggestions, and sends the form. */
async function enterZone(page: Page, title: string, zone: string) {
  const dialog = page.getByRole('dialog', { name: title })
  const field = dialog.getByRole('combobox', { name: 'Zone' })
  await field.fill(zone)
  await field.press('Tab')
  await dialog.getByRole('button', { name: 'Assign', exact: true }).press('Enter')
  await expect(dialog).toBeHidden()
}

/** The topology as the API has it. */
async function assigned(page: Page) {
  const answer = await page.request.get('/console/topology')
  const { data } = (await answer.json()) as { data: { nodes: { name: string; zone: string | null }[] } }
  return data.nodes.map(({ name, zone }) => [name, zone])
}

test('nodes are given their zones by the keyboard, and a change is then judged by them', async ({ page, api }) => {
  await openTopology(page, api)
  await expect(page.getByText('2 nodes have sections but no zone')).toBeVisible()
  await page.getByRole('button', { name: 'Select them' }).press('Enter')
  await page
    .getByRole('region', { name: 'Selected nodes' })
    .getByRole('button', { name: 'Assign a zone' })
    .press('Enter')
  await enterZone(page, 'Zone of 2 nodes', 'z1')
  await zoneOf(page, other).press('Enter')
  await page.getByRole('menuitem', { name: 'Another zone…' }).press('Enter')
  await enterZone(page, `Zone of ${other}`, 'us-east')
  await page.keyboard.press('Control+s')
  await expect(saved(page)).toBeVisible()
  expect(await assigned(page)).toEqual([
    [node, 'z1'],
    [other, 'us-east'],
  ])

  await openCategory(page, 'registrar')
  await row(page, '/listeners').getByRole('textbox').fill('7')
  await page.getByRole('button', { name: 'Review' }).click()
  const review = page.getByRole('dialog', { name: 'Review of registrar' })
  const said = (text: RegExp) => review.getByRole('row').filter({ hasText: text }).last()
  await expect(said(new RegExp(`${other}.*in zone us-east.*3.*7`))).toBeVisible()
  await expect(said(new RegExp(`${node}.*in zone z1.*no change: hidden by 4 from zone z1`))).toBeVisible()
})

test('unsaved zones may be left: the frame says that they wait, and leads back to them', async ({ page, api }) => {
  await openTopology(page, api)
  await zoneOf(page, node).click()
  await page.getByRole('menuitemradio', { name: 'z1' }).click()
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Storage' }).click()
  await expect(page).toHaveURL(/\/storage$/)
  await page.getByRole('button', { name: '1 document with unsaved changes' }).click()
  await expectAccessible(page, 'what is unsaved')
  await page.getByRole('menuitem', { name: 'Topology' }).click()
  await expect(page.getByText('1 node changed')).toBeVisible()
})

test('thousands of nodes are listed, found and assigned at once', async ({ page, api }) => {
  const names = Array.from({ length: 5000 }, (_, at) => `app@n${at + 1}.example.net`)
  await api.write('POST', '/console/topology', {
    base_revision: null,
    nodes: Object.fromEntries(names.map((name, at) => [name, `z${at % 7}`])),
  })
  await page.goto('/topology')
  await expect(page.getByText('5,000 nodes')).toBeVisible()
  expect(await page.getByRole('row').count()).toBeLessThan(80)
  await page.getByRole('searchbox', { name: 'Filter nodes' }).fill('n499')
  await expect(page.getByText('11 nodes', { exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all nodes in sight' }).press('Space')
  await expect(page.getByText('11 nodes selected')).toBeVisible()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.keyboard.press('Control+s')
  await expect(saved(page)).toBeVisible()
  expect(await assigned(page)).toHaveLength(4989)
})
