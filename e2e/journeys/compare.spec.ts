import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { seedCategory } from '../seed-category.ts'

const [n1, n2] = ['app@m1.example.net', 'app@m2.example.net']

function keys(page: Page): Locator {
  return page.getByRole('table', { name: 'Values of both sides by key' }).getByRole('rowheader')
}

function row(page: Page, key: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: key, exact: true }) })
}

async function choose(page: Page, side: 'Left' | 'Right', field: 'Category' | 'Section', name: string): Promise<void> {
  const group = page.getByRole('group', { name: `${side} side` })
  if (field === 'Category') return group.getByRole('combobox', { name: 'Category' }).fill(name)
  await group.getByRole('button', { name: /Section/ }).click()
  await page.getByRole('option', { name, exact: true }).click()
}

test('the keys in which two nodes differ, and on demand all others', async ({ page, api }) => {
  await seedCategory(api, 'pivot', {
    default: { invented_shared: 'everywhere' },
    [n1]: { invented_limit: 5, invented_same: true, invented_note: 'Calls of this node are kept for two days only' },
    [n2]: { invented_limit: 9, invented_same: true, invented_note: 'Calls of this node are kept for nine days only' },
  })
  await page.goto('/compare')
  await expect(page.getByText('A category and a section on each side.')).toBeVisible()
  await choose(page, 'Left', 'Category', 'pivot')
  await choose(page, 'Left', 'Section', n1)
  await choose(page, 'Right', 'Section', n2)
  await expect(keys(page)).toHaveText(['invented_limit', 'invented_note'])
  await expect(page.getByRole('radio', { name: 'What nodes read' })).toBeChecked()
  await expect(row(page, 'invented_limit').getByRole('cell')).toHaveText(['5', '9'])
  await expect(row(page, 'invented_note').locator('mark')).toHaveText(['two', 'nine'])
  await expect(page.getByText(/^2 settings differ of \d+$/)).toBeVisible()

  await page.getByRole('checkbox', { name: 'Only differences' }).click({ force: true })
  await expect(keys(page).filter({ hasText: 'invented_shared' })).toBeVisible()
  await page.getByRole('radio', { name: 'Stored' }).click()
  await expect(keys(page)).toHaveText(['invented_limit', 'invented_same', 'invented_note'])
  await page.getByRole('radio', { name: 'What the API answers' }).click()
  await expect(keys(page).filter({ hasText: 'invented_shared' })).toBeVisible()
  await expect(page).toHaveURL(/values=effective/)
  await expect(page).toHaveURL(/show=all/)
  await page.getByRole('radio', { name: 'What nodes read' }).click()
  await expect(page).toHaveURL(/values=read/)
  await page.reload()
  await expect(keys(page).filter({ hasText: 'invented_shared' })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Only differences' })).not.toBeChecked()

  await page.getByRole('button', { name: 'Swap the sides' }).click()
  await expect(row(page, 'invented_limit').getByRole('cell')).toHaveText(['9', '5'])
  await page.getByRole('group', { name: 'Left side' }).getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/system-configs/pivot\\?section=${encodeURIComponent(n2)}`))
})

test('a category that is typed before the list of them is there is taken once it is', async ({ page }) => {
  let typed = () => {}
  const isTyped = new Promise<void>((resolve) => {
    typed = resolve
  })
  await page.route('**/console/system_configs', async (route) => {
    await isTyped
    await route.continue()
  })
  await page.goto('/compare')
  await choose(page, 'Left', 'Category', 'ecallmgr')
  typed()
  await choose(page, 'Left', 'Section', 'default')
  await expect(page).toHaveURL(/leftCategory=ecallmgr/)
})

test('the same section of two categories, by its address', async ({ page, api }) => {
  await seedCategory(api, 'pivot', { z1: { invented_limit: 5, invented_left: 1 } })
  await seedCategory(api, 'pusher', { z1: { invented_limit: 6, invented_right: [1, 2] } })
  await page.goto('/compare?leftCategory=pivot&leftSection=z1&rightCategory=pusher&rightSection=z1')
  await expect(keys(page)).toHaveText(['invented_limit', 'invented_left', 'invented_right'])
  await expect(row(page, 'invented_left').getByRole('cell')).toHaveText(['1', 'not set'])
  await page.getByRole('searchbox', { name: 'Filter keys' }).fill('right')
  await expect(keys(page)).toHaveText(['invented_right'])
  await expect(page).toHaveURL(/q=right/)
})

test('what nobody can compare is said, and how to go on', async ({ page, api }) => {
  await seedCategory(api, 'pivot', { z1: { invented_limit: 5 }, z2: { invented_limit: 5 } })
  await page.goto('/compare?leftCategory=pivot&rightCategory=pivot')
  await expect(page.getByText('Both sides are the same section')).toBeVisible()
  await page.goto('/compare?leftCategory=pivot&leftSection=z1&rightCategory=pivot&rightSection=z2')
  await expect(page.getByRole('heading', { name: 'No key differs' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all keys' }).click()
  await expect(keys(page).filter({ hasText: 'invented_limit' })).toBeVisible()
})
