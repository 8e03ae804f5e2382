import { expect, testOnOwnStore as test } from '../fixtures.ts'
import { openCategory } from '../pages/category.ts'

test('a page whose code was never loaded, opened while the server is away, comes by itself once it is back', async ({
  page,
  own,
  watch,
}) => {
  await openCategory(page, 'registrar')
  watch.allowsOutage()
  await own.stop()
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Topology' }).click()
  await expect(page.getByRole('heading', { name: 'The server does not answer' })).toBeVisible()
  await own.start()
  await expect(page.getByRole('heading', { name: 'Topology', level: 1 })).toBeVisible({ timeout: 25_000 })
  await expect(page.getByText(/The server does not answer/)).toHaveCount(0)
})

test('a JSON editor that is opened while the server is away keeps the draft, and comes once it is back', async ({
  page,
  own,
  watch,
}) => {
  await openCategory(page, 'registrar')
  const field = page.getByRole('textbox', { name: 'Listeners', exact: true })
  await field.fill('9')
  watch.allowsOutage()
  await own.stop()
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Form + JSON' }).click()
  await expect(page.getByRole('heading', { name: 'The server does not answer' })).toBeVisible()
  await expect(field).toHaveValue('9')
  await own.start()
  await expect(page.getByRole('textbox', { name: /JSON/ })).toContainText('"listeners": 9', { timeout: 25_000 })
})
