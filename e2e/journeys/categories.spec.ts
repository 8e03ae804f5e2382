import { expect, test } from '../fixtures.ts'
import { seedCategory } from '../seed-category.ts'

test('the list shows stored categories and those only known by schema, grouped, with counts', async ({ page, api }) => {
  await seedCategory(api, 'kazoo_endpoint.mobile', { default: { prefix: '+49' }, z1: { prefix: '+31' } })
  await page.goto('/system-configs')
  const list = page.getByRole('region', { name: 'System configs' })
  await expect(list.getByText(/^\d+ stored of \d+ categories$/)).toBeVisible()
  await expect(
    list.getByRole('region', { name: 'callflow' }).getByRole('link', { name: /^callflow\.park/ }),
  ).toBeVisible()
  await expect(list.getByRole('link', { name: /^kazoo_endpoint\.mobile 2 in 2$/ })).toBeVisible()

  await page.keyboard.press('/')
  const filter = list.getByRole('searchbox', { name: 'Filter categories' })
  await expect(filter).toBeFocused()
  await page.keyboard.type('mobl')
  await expect(list.getByRole('link', { name: /^kazoo_endpoint\.mobile/ })).toBeVisible()
  await expect(list.getByRole('link', { name: /^ecallmgr/ })).toBeHidden()

  await filter.fill('')
  await list.getByRole('radio', { name: 'With overrides' }).click()
  await expect(list.getByRole('link', { name: /^ecallmgr/ })).toBeVisible()
  await expect(list.getByRole('link', { name: /^callflow\.park/ })).toBeHidden()
})

test('a category nobody has heard of is opened by its name and stored', async ({ page, api }) => {
  await seedCategory(api, 'acme.dialer')
  await page.goto('/system-configs')
  await page.getByRole('searchbox', { name: 'Filter categories' }).fill('acme.dialer')
  await page.getByRole('link', { name: 'Open “acme.dialer” as a new category' }).click()
  await expect(page.getByRole('heading', { name: 'acme.dialer', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: /^Add/ }).last().click()
  await page.getByRole('textbox', { name: 'Key' }).fill('retries')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('textbox', { name: 'retries' }).fill('three')
  await page.keyboard.press('Control+s')
  await expect
    .poll(() => api.get('/v2/system_configs/acme.dialer'))
    .toEqual({
      id: 'acme.dialer',
      default: { retries: 'three' },
    })
  await expect(
    page.getByRole('region', { name: 'System configs' }).getByRole('link', { name: /^acme\.dialer/ }),
  ).toBeVisible()
})

test('the list is one stop of Tab, its links are gone through by arrow keys, and stay links', async ({ page }) => {
  await page.goto('/system-configs/ecallmgr')
  const list = page.getByRole('region', { name: 'System configs' })
  await list.getByRole('radio', { name: 'All' }).focus()
  await page.keyboard.press('Tab')
  await expect(list.getByRole('link', { name: /^ecallmgr/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(list.getByRole('link', { name: /^edr/ })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(list.getByRole('link', { name: /^accounts/ })).toBeFocused()
  await expect(list.getByRole('link', { name: /^accounts/ })).toBeInViewport()
  const opened = page.context().waitForEvent('page')
  await list.getByRole('link', { name: /^edr/ }).click({ modifiers: ['ControlOrMeta'] })
  await expect((await opened).getByRole('heading', { name: 'edr', level: 1 })).toBeVisible()
  await list.getByRole('link', { name: /^edr/ }).focus()
  await page.keyboard.press('Tab')
  await expect(list.locator(':focus')).toHaveCount(0)
})
