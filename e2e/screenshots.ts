import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { allPages, findPlaces } from './pages/all-pages.ts'
import { row, saveBar } from './pages/category.ts'
import { settle } from './settle.ts'
import type { Role } from './strata.ts'

interface Picture {
  readonly name: string
  readonly address: (typeof allPages)[string]
  readonly role?: Role | 'nobody'
  /** What is done on the page before. */
  readonly act?: (page: Page) => Promise<void>
}

const pictures: readonly Picture[] = [
  ...Object.entries(allPages).map(([name, address]) => ({ name, address })),
  { name: 'sign-in', address: () => '/sign-in', role: 'nobody' },
  { name: 'forbidden', address: () => '/system-configs', role: 'account-admin' },
  { name: 'ladder', address: allPages.category ?? (() => ''), act: openLadder },
  { name: 'review', address: allPages.category ?? (() => ''), act: reviewCategory },
  { name: 'matrix-editing', address: allPages.matrix ?? (() => ''), act: editMatrix },
  { name: 'matrix-cell', address: allPages.matrix ?? (() => ''), act: editCell },
  { name: 'node-clone', address: allPages.node ?? (() => ''), act: cloneNode },
  { name: 'node-taking', address: allPages['node-compared'] ?? (() => ''), act: takeValues },
  { name: 'search-chosen', address: allPages.search ?? (() => ''), act: chooseFound },
  { name: 'sweeper-review', address: allPages.sweeper ?? (() => ''), act: reviewSweep },
  { name: 'storage-routes', address: allPages['storage-account'] ?? (() => ''), act: showRoutes },
  { name: 'storage-map', address: allPages['storage-account-map'] ?? (() => ''), act: showMap },
  { name: 'category-unsaved', address: () => allPages.category?.(nowhere) ?? '', act: editCategory },
  { name: 'palette', address: () => '/storage', act: searchEverywhere },
  { name: 'storage-account-editing', address: allPages['storage-account'] ?? (() => ''), act: editBackEnd },
  { name: 'storage-url-builder', address: allPages['storage-account'] ?? (() => ''), act: buildPath },
  { name: 'storage-test', address: allPages['storage-account'] ?? (() => ''), act: testBackEnd },
]

const nowhere = { account: '', reseller: '', user: '', systemPlan: '', resellerPlan: '' }

for (const { name, address, role = 'superduper-admin', act } of pictures) {
  for (const { width, height } of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
    { width: 2560, height: 1440 },
  ]) {
    test.describe(`${name}, ${width} px`, () => {
      test.use({ role, viewport: { width, height } })

      test('is taken in both themes', async ({ page, api, watch }) => {
        watch.expects({ status: 404, path: /\/storage$/ }, { status: 401, path: '/console/session' })
        await page.goto(address(await findPlaces(api)))
        await settle(page)
        await act?.(page)
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: theme })
          await settle(page)
          await page.screenshot({ path: `screenshots/${name}-${theme}-${width}.png`, animations: 'disabled' })
        }
      })
    })
  }
}

async function editCategory(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'ACL request timeout', exact: true }).fill('4500')
  await page.getByRole('textbox', { name: 'ACL request timeout fudge', exact: true }).fill('many')
  await row(page, '/authz_dry_run').getByText('On', { exact: true }).click()
}

async function chooseFound(page: Page) {
  await page.getByRole('button', { name: /^Choose all/ }).click()
}

async function cloneNode(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Clone…' }).click()
  await page.getByRole('combobox', { name: 'To the node' }).fill('kazoo_apps@app9.ams.example.net')
  await page.keyboard.press('Enter')
  await expect(
    page
      .getByRole('dialog')
      .getByText(/stored keys change/)
      .first(),
  ).toBeVisible()
}

async function takeValues(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Set / }).first().click()
  await page.getByRole('button', { name: /^Set / }).nth(3).click()
}

/** Of a value that its zone masks. */
async function openLadder(page: Page): Promise<void> {
  await row(page, '/acl_request_timeout_fudge_ms').locator('[aria-haspopup="dialog"]').click()
}

async function reviewCategory(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'ACL request timeout', exact: true }).fill('4500')
  await row(page, '/authz_dry_run').getByText('On', { exact: true }).click()
  await saveBar(page).getByRole('button', { name: 'Review' }).click()
}

async function editMatrix(page: Page): Promise<void> {
  const cells = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'authz_default_action' }) })
  await cells.getByRole('gridcell').nth(1).click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.type('allow')
  await page.keyboard.press('Enter')
}

async function editCell(page: Page): Promise<void> {
  const cells = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'balance_crawler_cycle_ms' }) })
  await cells.getByRole('gridcell').last().click()
  await page.keyboard.type('many')
  await page.keyboard.press('Enter')
}

async function reviewSweep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Select all that change nothing' }).click()
  await page.getByRole('button', { name: 'Review' }).click()
}

async function showRoutes(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Monthly data' }).scrollIntoViewIfNeeded()
}

async function showMap(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Monthly data' }).evaluate((heading) => heading.scrollIntoView())
}

async function searchEverywhere(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('am')
  await expect(page.getByRole('option', { name: /^Amber Telecom/ })).toBeVisible()
}

async function editBackEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit Object storage, Frankfurt' }).click()
}

async function buildPath(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit Recording server' }).click()
  await page.getByRole('list', { name: 'Parts of the path' }).scrollIntoViewIfNeeded()
}

/** Of a host that no name service knows: the steps behind the first are not tried. */
async function testBackEnd(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Test Recording server' }).click()
  await page.getByText('failed just now').scrollIntoViewIfNeeded({ timeout: 60_000 })
}
