import { expect, test } from '../fixtures.ts'
import {
  addSection,
  chooseSection,
  expectStored,
  openCategory,
  openJson,
  replaceText,
  row,
  save,
  saveBar,
} from '../pages/category.ts'
import { seedCategory, storedSection } from '../seed-category.ts'

const node = 'kazoo_apps@n1.example.net'

test('switching the section keeps the filter; the address carries both and a reload restores them', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'acdc', { default: { max_result_set: 30 }, z1: { max_result_set: 40 }, [node]: {} })
  await openCategory(page, 'acdc')
  const filter = page.getByRole('searchbox', { name: 'Filter settings' })
  await page.keyboard.press('/')
  await expect(filter).toBeFocused()
  await page.keyboard.type('max')
  const found = page.getByLabel('Max result set', { exact: true })
  await expect(page.getByLabel('Archive period', { exact: true })).toBeHidden()
  await expect(found).toHaveValue('30')
  await expect(page).toHaveURL(/q=max/)

  await chooseSection(page, 'Zone', 'z1')
  await expect(page).toHaveURL(/section=z1/)
  await expect(found).toHaveValue('40')
  await expect(filter).toHaveValue('max')
  await expect(row(page, '/max_result_set')).toContainText('set here 40 ← default 30')

  await page.reload()
  await expect(found).toHaveValue('40')
  await expect(filter).toHaveValue('max')

  await page.getByRole('radio', { name: 'Overridden' }).click()
  await expect(page).toHaveURL(/only=overridden/)
  await expect(page.getByLabel('Max connect failures', { exact: true })).toBeHidden()
  await page.goBack()
  await expect(page.getByLabel('Max connect failures', { exact: true })).toBeVisible()
})

test('nested settings, lists and keys with a dot are edited in their place, and neighbours stay', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'media', {
    default: { call_recording: { extension: 'wav', unknown_to_schema: 'kept' }, distributed_proxy: { 'a.example': 1 } },
  })
  await openCategory(page, 'media')

  await page.getByLabel('Extension', { exact: true }).fill('opus')

  const acls = row(page, '/proxy_store_acls')
  await acls.getByRole('button', { name: 'Override' }).click()
  await acls.getByRole('button', { name: 'Add item' }).click()
  await page.keyboard.type('10.0.0.0/8')
  await acls.getByRole('button', { name: 'Move item 2 up' }).click()

  const proxies = row(page, '/distributed_proxy')
  await proxies.getByRole('button', { name: 'Add entry' }).click()
  await proxies.getByLabel('Key').fill('c.example')
  await proxies.getByRole('button', { name: 'Add', exact: true }).click()
  await proxies.getByRole('textbox', { name: 'c.example' }).fill('two')

  await save(page)
  expect(await storedSection(api, 'media', 'default')).toEqual({
    call_recording: { extension: 'opus', unknown_to_schema: 'kept' },
    distributed_proxy: { 'a.example': 1, 'c.example': 'two' },
    proxy_store_acls: ['10.0.0.0/8', '127.0.0.0/24'],
  })
})

test('a key that no schema knows is shown, kept on saving, and can be added and removed', async ({ page, api }) => {
  await seedCategory(api, 'hangups', { default: { legacy_option: 'old', deep: { er: [1, { x: null }] } } })
  await openCategory(page, 'hangups')
  const others = page.getByRole('region', { name: 'Other keys' })
  await expect(others.getByRole('textbox', { name: 'legacy_option' })).toHaveValue('old')

  await others.getByRole('button', { name: 'Add a key that is not listed' }).click()
  await others.getByLabel('Key').fill('my.flag')
  await others.getByRole('button', { name: 'Add', exact: true }).click()
  await others.getByRole('textbox', { name: 'my.flag' }).fill('yes')
  await save(page)
  expect(await storedSection(api, 'hangups', 'default')).toEqual({
    legacy_option: 'old',
    deep: { er: [1, { x: null }] },
    'my.flag': 'yes',
  })

  await row(page, '/legacy_option').getByRole('button', { name: 'Remove: nothing is inherited' }).click()
  await save(page)
  expect(await storedSection(api, 'hangups', 'default')).toEqual({
    deep: { er: [1, { x: null }] },
    'my.flag': 'yes',
  })
})

test('a stored secret is never shown: saving beside it keeps it, it can be replaced and cleared', async ({
  page,
  api,
}) => {
  const secret = 'invented-smtp-secret'
  await seedCategory(api, 'number_manager.voip_innovations', { default: { password: secret, login: 'op' } })
  const bodies: string[] = []
  page.on('response', async (response) => bodies.push(await response.text().catch(() => '')))
  await openCategory(page, 'number_manager.voip_innovations')
  const password = row(page, '/password')
  await expect(password).toContainText('•••• set')

  await page.getByLabel('Login', { exact: true }).fill('operator')
  await save(page)
  expect(await storedSection(api, 'number_manager.voip_innovations', 'default')).toEqual({
    password: secret,
    login: 'operator',
  })

  await password.getByRole('button', { name: /^Replace/ }).click()
  await page.keyboard.type('invented-second-secret')
  await save(page)
  await expect(password).toContainText('•••• set')
  expect(await storedSection(api, 'number_manager.voip_innovations', 'default')).toEqual({
    password: 'invented-second-secret',
    login: 'operator',
  })

  await password.getByRole('button', { name: /^Clear/ }).click()
  await save(page)
  expect(await storedSection(api, 'number_manager.voip_innovations', 'default')).toEqual({ login: 'operator' })
  const sent = bodies.join('\n')
  expect(sent).not.toContain(secret)
  expect(sent).not.toContain('invented-second-secret')
  expect(await page.content()).not.toContain('invented-second-secret')
})

test('a section is added under a name that is checked, and removed with all it overrides', async ({ page, api }) => {
  await seedCategory(api, 'milliwatt', { z1: {} })
  await openCategory(page, 'milliwatt')
  await page.getByRole('button', { name: 'Add a section' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a section to milliwatt' })
  const name = dialog.getByLabel('Name')
  await name.fill('pvt_x')
  await expect(dialog).toContainText('A section may not be called')
  await name.fill('us-east')
  await expect(dialog).toContainText('KAZOO does not validate sections of this name')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await addSection(page, node)
  await expect(page.getByRole('navigation', { name: 'Section' })).toContainText(node)
  await page.getByRole('textbox', { name: 'Route win timeout', exact: true }).fill('4000')
  await save(page)
  expect(await storedSection(api, 'milliwatt', node)).toEqual({ route_win_timeout: 4000 })

  await page.getByRole('button', { name: `Remove section ${node}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove section' }).click()
  await save(page)
  expect(await api.get('/v2/system_configs/milliwatt')).not.toHaveProperty([node])
})

test('what the schema forbids is said at its field before it is sent, and mended there', async ({ page, api }) => {
  await seedCategory(api, 'smtp_client')
  await openCategory(page, 'smtp_client')
  const timeout = page.getByLabel('Send timeout', { exact: true })
  await timeout.fill('0')
  await expect(row(page, '/send_timeout_ms')).toContainText('Must be at least 1.')
  await expect(timeout).toHaveAttribute('aria-invalid', 'true')
  await timeout.fill('many')
  await expect(row(page, '/send_timeout_ms')).toContainText('Must be a whole number.')
  await page.keyboard.press('Control+s')
  await expect(timeout).toBeFocused()
  expect(await storedSection(api, 'smtp_client', 'default')).toEqual({})
  await timeout.fill('5000')
  await expect(row(page, '/send_timeout_ms')).toContainText('ms · 5 s')
  await save(page)
  expect(await storedSection(api, 'smtp_client', 'default')).toEqual({ send_timeout_ms: 5000 })
})

test('what only the server refuses is said at its field too', async ({ page, api, watch }) => {
  watch.expects({ status: 400, path: '/console/system_configs/token_buckets' })
  await seedCategory(api, 'token_buckets')
  await page.route('**/console/schemas/*/validator*', (route) =>
    // A page that was open while the schema changed: it finds nothing wrong.
    route.fulfill({ contentType: 'text/javascript', body: alwaysValid }),
  )
  await openCategory(page, 'token_buckets')
  const rate = page.getByLabel('Tokens fill rate', { exact: true })
  await rate.fill('fast')
  await page.keyboard.press('Control+s')
  await expect(row(page, '/tokens_fill_rate')).toContainText('Must be a whole number.')
  await expect(saveBar(page)).toContainText('1 change')
})

test('a document changed meanwhile is not overwritten: the draft moves onto the current version', async ({
  page,
  api,
  watch,
}) => {
  watch.expects({ status: 409, path: '/console/system_configs/kazoo_couch' })
  await seedCategory(api, 'kazoo_couch', { default: { api_port: 1 } })
  await openCategory(page, 'kazoo_couch')
  await page.getByLabel('Admin port', { exact: true }).fill('7777')
  await api.write('PATCH', '/v2/system_configs/kazoo_couch', { default: { api_port: 2 } })

  await page.keyboard.press('Control+s')
  await expect(page.getByRole('note').filter({ hasText: 'kazoo_couch was changed meanwhile' })).toBeVisible()
  expect(await storedSection(api, 'kazoo_couch', 'default')).toEqual({ api_port: 2 })
  await expect(page.getByLabel('Admin port', { exact: true })).toHaveValue('7777')

  await page.getByRole('button', { name: 'Load the current version, keep my changes' }).click()
  await expect(page.getByLabel('API port', { exact: true })).toHaveValue('2')
  await expect(page.getByLabel('Admin port', { exact: true })).toHaveValue('7777')
  await page.keyboard.press('Control+s')
  await expectStored(page)
  expect(await storedSection(api, 'kazoo_couch', 'default')).toEqual({ api_port: 2, admin_port: 7777 })
})

test('leaving with unsaved changes asks first: by a link, by the back button, by closing the tab', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'trunkstore')
  await page.goto('/system-configs')
  await page
    .getByRole('link', { name: /^trunkstore/ })
    .first()
    .click()
  const field = page.getByRole('textbox', { name: 'Pool size', exact: true })
  await field.fill('7')
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })

  for (const leave of [() => page.getByRole('link', { name: 'Storage' }).click(), () => page.goBack()]) {
    await leave()
    await expect(question.getByRole('button', { name: 'Stay here' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(question).toBeHidden()
    await expect(page).toHaveURL(/trunkstore$/)
    await expect(field).toHaveValue('7')
  }

  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()

  await page.getByRole('link', { name: 'Storage' }).click()
  await expect(question).toContainText('Your changes stay in this browser')
  await question.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page).toHaveURL(/\/storage$/)
  expect(await storedSection(api, 'trunkstore', 'default')).toEqual({})
  await openCategory(page, 'trunkstore')
  await expect(field).toHaveValue('7')
})

test('form and JSON are two views of one draft: each follows the other, and a switch loses nothing', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'callflow.hotdesk', { default: { unknown: { kept: [1, 2] } } })
  await openCategory(page, 'callflow.hotdesk')
  const field = page.getByRole('textbox', { name: 'Max login attempts', exact: true })
  const editor = await openJson(page)
  await expect(page).toHaveURL(/view=json/)
  await field.fill('25')
  await expect(editor).toContainText('"max_login_attempts": 25')

  await replaceText(page, editor, '{ "max_login_attempts": 50, "unknown": { "kept": [1, 2] } }')
  await expect(field).toHaveValue('50')
  await replaceText(page, editor, '{ "max_login_attempts": 50, "unknown": ')
  await expect(page.getByText('This is not JSON yet.').first()).toBeVisible()
  await expect(field).toHaveValue('50')
  await replaceText(page, editor, '{ "max_login_attempts": 75, "unknown": { "kept": [1, 2] } }')

  await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'Form' }).click()
  await expect(field).toHaveValue('75')
  await expect(saveBar(page)).toContainText('1 change')
  await openJson(page)
  await page.getByRole('radio', { name: 'Whole document' }).click()
  await expect(page.getByRole('textbox', { name: 'JSON of the whole document' })).toContainText(
    '"max_login_attempts": 75',
  )
  await save(page)
  expect(await storedSection(api, 'callflow.hotdesk', 'default')).toEqual({
    max_login_attempts: 75,
    unknown: { kept: [1, 2] },
  })
})

const alwaysValid = 'export default function () { return () => true }'

test('an address with a category that nobody knows says so, and what the first key would do', async ({ page }) => {
  await page.goto('/system-configs/acme.mistyped')
  await expect(page.getByText(/know a category “acme.mistyped”: check its name. It is created with/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a key' })).toBeVisible()
})
