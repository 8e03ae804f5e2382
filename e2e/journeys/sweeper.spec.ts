import type { Page } from '@playwright/test'
import type { ApiClient } from '../api-client.ts'
import { expectAccessible } from '../expect-accessible.ts'
import { expect, testOnOwnStore as test } from '../fixtures.ts'

const nodes = { 'app@n1': 'z1', 'app@n2': 'z1' }

/** Stores sections as they are: a whole-document write would leave out what is to be found. */
async function seed(api: ApiClient, category: string, sections: Record<string, Record<string, unknown>>) {
  const operations = Object.entries(sections).flatMap(([section, values]) =>
    Object.entries(values).map(([key, value]) => ({ section, pointer: `/${key}`, op: 'set', value, pin: true })),
  )
  await api.write('POST', `/console/system_configs/${category}`, { base_revision: null, operations })
}

async function openSweeper(page: Page, api: ApiClient, search = '') {
  await api.write('POST', '/console/topology', { base_revision: null, nodes })
  await seed(api, 'registrar', {
    default: { listeners: 3, use_aggregate: true },
    z1: { listeners: 3 },
    'app@gone': { listeners: 9 },
  })
  await page.goto(`/sweeper${search}`)
  await expect(page.getByRole('heading', { name: 'Sweeper', level: 1 })).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
}

/** All that is stored in a category, section by section. */
async function sections(page: Page, category: string) {
  const answer = await page.request.get(`/console/system_configs/${category}`)
  return ((await answer.json()) as { data: { sections: unknown } }).data.sections
}

async function apply(page: Page) {
  await page.getByRole('region', { name: 'Selected findings' }).getByRole('button', { name: 'Review' }).click()
  const review = page.getByRole('dialog', { name: 'Review of the sweep' })
  await expect(review.getByText(/stored key/).first()).toBeVisible()
  await review.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('dialog', { name: 'What was changed' }).getByText('registrar')).toBeVisible()
}

test('what changes nothing is chosen at once, reviewed, applied and gone; pins are never chosen by that', async ({
  page,
  api,
}) => {
  await openSweeper(page, api)
  await page.getByRole('button', { name: 'Select all that change nothing' }).click()
  await expect(page.getByText('1 finding in 1 category')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Select listeners in section z1 of registrar' })).toBeChecked()
  await expect(
    page.getByRole('checkbox', { name: 'Select use_aggregate in section default of registrar' }),
  ).not.toBeChecked()
  await page.getByRole('region', { name: 'Selected findings' }).getByRole('button', { name: 'Review' }).click()
  const review = page.getByRole('dialog', { name: 'Review of the sweep' })
  await expect(review.getByText('No node reads anything else afterwards.')).toBeVisible()
  await page.keyboard.press('Escape')
  await apply(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { name: /listeners in section z1/ })).toHaveCount(0)
  const stored = (await api.get('/v2/system_configs/registrar')) as Record<string, unknown>
  expect(stored).not.toHaveProperty('z1.listeners')
  expect(stored).toMatchObject({ default: { listeners: 3 } })
})

test('a section of a node that is gone is removed when it is chosen by hand, and taken back at once', async ({
  page,
  api,
}) => {
  await openSweeper(page, api, '?kind=unknown-node')
  await page.getByRole('checkbox', { name: 'Select the whole section in section app@gone of registrar' }).press('Space')
  await apply(page)
  expect(await sections(page, 'registrar')).not.toHaveProperty(['app@gone'])
  await page.getByRole('button', { name: 'Take it back…' }).click()
  const review = page.getByRole('dialog', { name: 'Review of taking it back' })
  await expect(review.getByText('1 stored key is put back in 1 category.')).toBeVisible()
  await expectAccessible(page, 'the review of taking a sweep back')
  await review.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByRole('dialog', { name: 'What was changed' })).toBeVisible()
  expect(await sections(page, 'registrar')).toHaveProperty(['app@gone'], { listeners: 9 })
})

test('a value of the wrong type is converted', async ({ page, api }) => {
  // The public API takes any value in a section that KAZOO does not validate; the console would refuse this one.
  await api.write('POST', '/v2/system_configs/registrar', { id: 'registrar', 'us-east': { listeners: '8' } })
  await page.goto('/sweeper?kind=wrong-type')
  const listed = page.getByRole('row').filter({ hasText: 'us-east' })
  await expect(listed).toContainText('"8"8')
  await listed.getByRole('checkbox').press('Space')
  await apply(page)
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing to tidy')).toBeVisible()
  expect(await api.get('/v2/system_configs/registrar/us-east')).toMatchObject({ listeners: 8 })
})
