import { expect, test } from '../fixtures.ts'
import { chooseSection, expectStored, openCategory, openJson, row, saveBar } from '../pages/category.ts'
import { fillSignIn } from '../pages/sign-in.ts'
import { seedCategory, storedSection } from '../seed-category.ts'

const node = 'kazoo_apps@n1.example.net'

test('a draft survives a reload without its secret, stands on what was stored meanwhile, and can be discarded', async ({
  page,
  api,
}) => {
  const category = 'number_manager.bandwidth2'
  const secret = 'invented-typed-secret'
  await seedCategory(api, category, { default: { account_id: 'first' } })
  await openCategory(page, category)
  await page.getByLabel('Account ID', { exact: true }).fill('second')
  await page.getByLabel('API password', { exact: true }).fill(secret)
  await expect(saveBar(page)).toContainText('2 changes')
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('invented')

  await api.write('PATCH', `/v2/system_configs/${category}`, { default: { api_username: 'operator' } })
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  const note = page.getByRole('note').filter({ hasText: 'Restored your unsaved change from' })
  await expect(note).toContainText('The stored document has changed since')
  await expect(note).toContainText('api_password in default')
  await expect(page.getByLabel('Account ID', { exact: true })).toHaveValue('second')
  await expect(page.getByLabel('API username', { exact: true })).toHaveValue('operator')
  await expect(page.getByLabel('API password', { exact: true })).toHaveValue('')
  expect(await page.content()).not.toContain(secret)

  await note.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByLabel('Account ID', { exact: true })).toHaveValue('first')
  await page.reload()
  await expect(page.getByLabel('Account ID', { exact: true })).toHaveValue('first')
  await expect(note).toBeHidden()
})

test.describe('signing out', () => {
  // A session of its own: the others of the worker go on.
  test.use({ role: 'nobody' })

  test('takes the drafts out of the browser', async ({ page, strata, watch }) => {
    watch.expects({ status: 401, path: '/console/session' })
    await page.goto('/system-configs/milliwatt')
    await fillSignIn(page, strata.signIn('superduper-admin'))
    const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('strata.draft')))
    await page.getByRole('textbox', { name: 'Route win timeout', exact: true }).fill('4000')
    await expect.poll(drafts).toHaveLength(1)
    await page.getByRole('button', { name: 'You and this console' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    // Nothing has ended before the question is answered.
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Route win timeout', exact: true })).toHaveValue(/^4.?000$/)
    await page.getByRole('button', { name: 'You and this console' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out and lose them' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Strata' })).toBeVisible()
    expect(await drafts()).toEqual([])
  })
})

test('the main journey by keyboard alone: find a category, go to a setting, edit, review, save, reset, undo', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'callflow.hotdesk', { default: { max_login_attempts: 10 } })
  await page.goto('/storage')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('callflow.hotdesk')
  await expect(page.getByRole('option', { name: /callflow\.hotdesk/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/callflow\.hotdesk/)
  const field = page.getByRole('textbox', { name: 'Max login attempts', exact: true })
  await expect(field).toHaveValue('10')

  for (let steps = 0; steps < 20; steps += 1) {
    await page.keyboard.press('j')
    if (await row(page, '/max_login_attempts').evaluate((element) => element === document.activeElement)) break
  }
  await expect(row(page, '/max_login_attempts')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await page.keyboard.type('25')
  await page.keyboard.press('Escape')
  await expect(row(page, '/max_login_attempts')).toBeFocused()

  const review = saveBar(page).getByRole('button', { name: 'Review' })
  for (
    let steps = 0;
    steps < 60 && !(await review.evaluate((element) => element === document.activeElement));
    steps += 1
  )
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Review of callflow.hotdesk' })
  await expect(panel).toContainText('1 stored key')
  await page.keyboard.press('Control+s')
  await expectStored(page)
  expect(await storedSection(api, 'callflow.hotdesk', 'default')).toEqual({ max_login_attempts: 25 })

  await page.keyboard.press('/')
  await page.keyboard.type('login attempts')
  await expect(page).toHaveURL(/q=login/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('j')
  await expect(row(page, '/max_login_attempts')).toBeFocused()
  await page.keyboard.press('r')
  await expect(field).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue('25')
})

test('only changes: what the section overrides and what is unsaved, counted; another section keeps filter and place', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'ecallmgr', {
    default: { acl_request_timeout_ms: 3000, fetch_timeout: 2500 },
    z1: { fetch_timeout: 1500 },
  })
  await openCategory(page, 'ecallmgr')
  await page.getByRole('radio', { name: 'Overrides 2' }).click()
  await expect(row(page, '/acl_request_timeout_ms')).toBeVisible()
  await expect(page.locator('[data-pointer]')).toHaveCount(2)
  await chooseSection(page, 'z1')
  await expect(page.getByRole('radio', { name: 'Overrides 1' })).toBeChecked()
  await expect(page.locator('[data-pointer]')).toHaveCount(1)

  await page.getByRole('radio', { name: 'Overrides 1' }).click()
  const place = row(page, '/fs_cmds_wait_ms')
  await place.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const before = (await place.boundingBox())?.y ?? 0
  await chooseSection(page, 'z1')
  await page
    .getByRole('navigation', { name: 'Section' })
    .getByRole('button', { name: /^default/ })
    .click()
  await expect(page).not.toHaveURL(/section=/)
  await expect
    .poll(async () => Math.abs(((await place.boundingBox())?.y ?? Number.POSITIVE_INFINITY) - before))
    // The rows between the topmost one and this say more or less by section.
    .toBeLessThan(56)

  await page.getByLabel('Fetch timeout', { exact: true }).fill('2600')
  await page.getByRole('radio', { name: 'Unsaved 1' }).click()
  await expect(page.locator('[data-pointer]')).toHaveCount(1)
})

test('JSON beside the form shows the section, the document, what is read and changes, each in step', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'registrar', { default: { listeners: 3 }, z1: { listeners: 4 }, [node]: { use_zone: true } })
  await openCategory(page, 'registrar', `?section=${node}`)
  await openJson(page)
  await page.getByRole('radio', { name: 'What nodes read' }).click()
  await expect(page.getByRole('region', { name: 'What the JSON shows' })).toContainText('listeners 4 if in z1, else 3')
  await page.getByRole('radio', { name: 'What the API answers' }).click()
  await expect(page).toHaveURL(/json=effective/)
  const effective = page.getByRole('textbox', { name: `What the API answers for section ${node}` })
  await expect(effective).toContainText('"listeners": 3')
  await page.getByRole('textbox', { name: 'Listeners', exact: true }).fill('5')
  await expect(effective).toContainText('"listeners": 5')

  await page.getByRole('radio', { name: 'Difference' }).click()
  const difference = page.getByRole('region', { name: 'Difference between the stored document and your draft' })
  await expect(difference.locator('ins').filter({ hasText: '"listeners": 5' })).toBeVisible()
  await page.reload()
  await expect(difference.locator('ins').filter({ hasText: '"listeners": 5' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expectStored(page)
  await expect(page.getByText('Nothing is unsaved: the stored document stays as it is.')).toBeVisible()
})

test('the JSON and what it shows stay in sight while the form scrolls', async ({ page, api }) => {
  await seedCategory(api, 'ecallmgr', { default: { fetch_timeout: 2500 } })
  await openCategory(page, 'ecallmgr')
  const editor = await openJson(page)
  const last = page.locator('[data-pointer]').last()
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport()
  await expect(page.getByRole('radio', { name: 'Difference' })).toBeInViewport({ ratio: 1 })
  await expect(editor).toBeInViewport()
  const [top, bottom] = await page
    .getByRole('region', { name: 'What the JSON shows' })
    .evaluate((panel) => [panel.getBoundingClientRect().top, panel.getBoundingClientRect().bottom])
  expect(top).toBeGreaterThan(0)
  expect(bottom).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0)
})

test('rows are comfortable or compact, as this browser was told', async ({ page, api }) => {
  await seedCategory(api, 'smtp_client')
  await openCategory(page, 'smtp_client')
  const height = async () => (await row(page, '/use_ssl').boundingBox())?.height
  expect(await height()).toBe(56)
  await page.getByRole('button', { name: 'You and this console' }).click()
  await page.getByRole('menuitemradio', { name: 'Compact' }).click()
  await expect.poll(height).toBe(40)
  await page.reload()
  await expect.poll(height).toBe(40)
})
