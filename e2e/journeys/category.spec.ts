import { expectAccessible } from '../expect-accessible.ts'
import { expect, test } from '../fixtures.ts'
import {
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

  await chooseSection(page, 'z1')
  await expect(page).toHaveURL(/section=z1/)
  await expect(found).toHaveValue('40')
  await expect(filter).toHaveValue('max')
  await expect(row(page, '/max_result_set')).toContainText('set here 40 ← default 30')

  await page.reload()
  await expect(found).toHaveValue('40')
  await expect(filter).toHaveValue('max')

  await page.getByRole('radio', { name: /^Overrides/ }).click()
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

  // A map is one line; by keyboard it opens, and closes with all others around the focus.
  const proxies = row(page, '/distributed_proxy')
  const added = proxies.getByRole('textbox', { name: 'c.example' })
  await expect(proxies).toContainText('1 entry')
  await proxies.focus()
  await page.keyboard.press('Enter')
  await proxies.getByRole('button', { name: 'Add entry' }).press('Enter')
  await page.keyboard.type('c.example')
  await page.keyboard.press('Enter')
  await expect(added).toBeFocused()
  await page.keyboard.type('two')
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  await expect(added).toBeHidden()
  await expect(proxies.getByRole('button', { name: 'Distributed proxy' })).toBeFocused()
  await expect(proxies).toContainText('2 entries')
  await page.getByRole('button', { name: 'Expand all' }).click()
  await expect(added).toHaveValue('two')

  await save(page)
  expect(await storedSection(api, 'media', 'default')).toEqual({
    call_recording: { extension: 'opus', unknown_to_schema: 'kept' },
    distributed_proxy: { 'a.example': 1, 'c.example': 'two' },
    proxy_store_acls: ['10.0.0.0/8', '127.0.0.0/24'],
  })
})

test('a list of objects that are alike is a line, and below it a table: it is read, taken over and extended by keyboard', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'ledgers')
  await openCategory(page, 'ledgers')
  const ledgers = row(page, '/registered_ledgers')
  await expect(ledgers).toContainText('4 items, same as schema default')
  await expect(ledgers.getByRole('table')).toBeHidden()
  await ledgers.focus()
  await page.keyboard.press('Enter')
  await expect(ledgers.getByRole('textbox', { name: 'friendly_name of item 3' })).toHaveValue('Support')

  await ledgers.getByRole('button', { name: 'Override' }).press('Enter')
  await expect(ledgers.getByRole('textbox', { name: 'friendly_name of item 1' })).toBeFocused()
  await ledgers.getByRole('button', { name: 'Add item' }).press('Enter')
  await page.keyboard.type('Faxes')
  await page.keyboard.press('Tab')
  await page.keyboard.type('faxes')
  await ledgers.getByRole('button', { name: 'Remove item 1' }).press('Enter')
  await expect(ledgers.getByRole('button', { name: 'Remove item 1' })).toBeFocused()
  await expect(ledgers).toContainText('4 items, other than schema default')
  await expectAccessible(page, 'a table of items')

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(ledgers.getByText('friendly_name').last()).toBeVisible()
  const last = ledgers.getByRole('button', { name: 'Remove item 4' })
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.keyboard.press('Control+s')
  await expectStored(page)
  expect(await storedSection(api, 'ledgers', 'default')).toEqual({
    registered_ledgers: [
      { friendly_name: 'Mobile Data (100mB)', name: 'mobile_data' },
      { friendly_name: 'Support', name: 'support' },
      { friendly_name: 'ASR Transcriptions', name: 'asr-transcriptions' },
      { friendly_name: 'Faxes', name: 'faxes' },
    ],
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

test('leaving with unsaved changes that the browser keeps asks nothing: they are marked, and there again', async ({
  page,
  api,
}) => {
  await seedCategory(api, 'trunkstore')
  await openCategory(page, 'trunkstore')
  const field = page.getByRole('textbox', { name: 'Pool size', exact: true })
  await field.fill('7')
  await page.getByRole('link', { name: 'Storage' }).click()
  await expect(page).toHaveURL(/\/storage$/)
  await expect(page.getByRole('alertdialog')).toBeHidden()
  expect(await storedSection(api, 'trunkstore', 'default')).toEqual({})

  await page.goto('/system-configs')
  await expect(page.getByText('1 category has unsaved changes in this browser:')).toBeVisible()
  await page.getByRole('link', { name: /^trunkstore.*unsaved changes/ }).click()
  await expect(field).toHaveValue('7')
})

test('text that is no JSON yet is not left behind without asking, as no draft holds it', async ({ page, api }) => {
  await seedCategory(api, 'trunkstore')
  await openCategory(page, 'trunkstore')
  await replaceText(page, await openJson(page), '{ "pool_size": ')
  await page.getByRole('link', { name: 'Storage' }).click()
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await expect(question).toContainText('they are lost')
  await question.getByRole('button', { name: 'Stay here' }).click()
  await expect(page).toHaveURL(/trunkstore/)
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

  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Form', exact: true }).click()
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
