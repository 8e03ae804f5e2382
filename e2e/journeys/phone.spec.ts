import { expect, test } from '../fixtures.ts'
import { row } from '../pages/category.ts'
import { seedCategory } from '../seed-category.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('on a phone the list and the page chosen from it are pages of their own, with a way back', async ({ page }) => {
  await page.goto('/system-configs')
  const list = page.getByRole('region', { name: 'System configs' })
  await list.getByRole('link', { name: /^ecallmgr/ }).tap()
  await expect(page.getByRole('heading', { name: 'ecallmgr', level: 1 })).toBeVisible()
  await expect(list).toBeHidden()
  await page.getByRole('link', { name: 'All categories' }).tap()
  await expect(list).toBeVisible()

  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Storage' }).tap()
  await page.getByRole('link', { name: /^Ember Freight/ }).tap()
  await expect(page.getByRole('heading', { name: 'Ember Freight', level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Areas' })).toBeInViewport()
})

test('on a phone the name of a node’s zone is not broken', async ({ page }) => {
  await page.goto('/topology')
  const row = page.getByRole('row').filter({ hasText: 'ecallmgr@media1.ams.example.net' })
  const name = row.getByRole('cell').getByRole('code').filter({ hasText: /^ams$/ })
  await expect(name).toBeVisible()
  const box = await name.boundingBox()
  expect(box?.height).toBeLessThan(30)
})

test('on a phone what was typed is undone and done again by taps', async ({ page, api }) => {
  await seedCategory(api, 'trunkstore', { default: { pool_size: 10 } })
  await page.goto('/system-configs/trunkstore')
  const field = row(page, '/pool_size').getByRole('textbox')
  await row(page, '/pool_overflow').getByRole('textbox').fill('3')
  await field.fill('20')
  const bar = page.getByRole('region', { name: 'Unsaved changes' })
  await bar.getByRole('button', { name: 'Undo' }).tap()
  await expect(field).toHaveValue('10')
  await bar.getByRole('button', { name: 'Redo' }).tap()
  await expect(field).toHaveValue('20')
})
