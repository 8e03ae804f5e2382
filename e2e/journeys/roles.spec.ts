import { expect, test } from '../fixtures.ts'

test.describe('an account admin', () => {
  test.use({ role: 'account-admin' })

  test('sees storage, and is told why system configs are closed', async ({ page }) => {
    await page.goto('/')
    await expect(page).toHaveURL(/\/storage$/)
    const areas = page.getByRole('navigation', { name: 'Areas' })
    await expect(areas.getByRole('link', { name: 'Storage' })).toBeVisible()
    await expect(areas.getByRole('link', { name: 'System configs' })).toHaveCount(0)

    await page.goto('/system-configs/ecallmgr')
    await expect(page.getByRole('heading', { name: 'System configs are for superduper admins' })).toBeVisible()
    await expect(page.getByText('You are signed in as admin of Ember Engineering')).toBeVisible()
    await page.getByRole('link', { name: 'Go to Storage' }).click()
    await expect(page).toHaveURL(/\/storage$/)
  })
})
