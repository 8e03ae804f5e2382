import { allowUntested, untested } from '../allow-untested.ts'
import { createAccount, createUser } from '../create-account.ts'
import { expect, test } from '../fixtures.ts'
import { replaceText } from '../pages/category.ts'
import { card, openDocumentJson, route, save, saveUntested } from '../pages/storage.ts'

const uuid = 'a'.repeat(32)
const s3 = (secret: string) => ({
  attachments: {
    // At an address that no test reaches out to: the server refuses it before it tries.
    [uuid]: {
      handler: 's3',
      name: 'Files',
      settings: { host: '127.0.0.1', bucket: 'invented-bucket', key: 'AKIAINVENTED', secret },
    },
  },
  plan: { modb: { types: { fax: { attachments: { handler: uuid } } } } },
})

test.beforeEach(({ api }) => allowUntested(api))

test('the account picker finds by part of a name, by realm and by id, with the keyboard alone', async ({
  page,
  api,
  watch,
}) => {
  watch.expects({ status: 404, path: /\/storage$/ })
  const accountId = await createAccount(api, 'Quokka Laundry')
  await page.goto('/storage')
  const picker = page.getByRole('combobox', { name: 'Find an account' })
  for (const text of ['okka laun', accountId.slice(0, 12)]) {
    await picker.fill(text)
    await expect(page.getByRole('option', { name: /^Quokka Laundry/ })).toBeVisible()
  }
  await picker.fill('no such account')
  await expect(page.getByText('No account matches “no such account”.')).toBeVisible()
  await picker.fill('quokka')
  await expect(page.getByRole('option', { name: /^Quokka Laundry/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/storage/accounts/${accountId}$`))
  await expect(page.getByRole('heading', { name: 'Quokka Laundry', level: 1 })).toBeVisible()
})

test('the list filters documents, and shows who has one', async ({ page }) => {
  await page.goto('/storage')
  const list = page.getByRole('region', { name: 'Storage', exact: true })
  await expect(list.getByRole('link', { name: /^Ember Engineering/ })).toBeVisible()
  await expect(list.getByRole('link', { name: /^System/ })).toBeVisible()
  await list.getByRole('searchbox', { name: 'Filter this list' }).fill('freight')
  await expect(list.getByRole('link', { name: /^Ember Freight/ })).toBeVisible()
  await expect(list.getByRole('link', { name: /^Ember Engineering/ })).toBeHidden()
})

test('a stored secret is never shown: saving beside it keeps it, replacing replaces it', async ({
  page,
  api,
  watch,
}) => {
  const accountId = await createAccount(api, 'Secretive')
  const path = `/v2/accounts/${accountId}/storage`
  await api.write('PUT', path + untested, s3('invented-first-secret'))
  const bodies: string[] = []
  page.on('response', async (response) => bodies.push(await response.text().catch(() => '')))
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Edit Files' }).click()
  const backEnd = card(page, 'Files')
  const secret = backEnd.getByRole('group', { name: 'Secret access key' })
  await expect(secret).toContainText('•••• set')

  await backEnd.getByRole('textbox', { name: 'Bucket' }).fill('invented-other')
  await saveUntested(page, watch)
  expect(await api.get(path)).toMatchObject({
    attachments: { [uuid]: { settings: { bucket: 'invented-other', secret: 'invented-first-secret' } } },
  })

  await secret.getByRole('button', { name: 'Replace' }).click()
  await page.keyboard.type('invented-next-secret')
  await saveUntested(page, watch)
  await expect(secret).toContainText('•••• set')
  expect(await api.get(path)).toMatchObject({
    attachments: { [uuid]: { settings: { secret: 'invented-next-secret' } } },
  })

  await openDocumentJson(page)
  await expect(page.getByRole('textbox', { name: /^The storage document/ })).toContainText('$secret')
  const sent = bodies.join('\n')
  expect(sent).toContain('invented-other')
  expect(sent).not.toContain('invented-first-secret')
  expect(sent).not.toContain('invented-next-secret')
})

test('an address with a secret is seen and edited, its secret is kept and never shown', async ({
  page,
  api,
  watch,
}) => {
  // The page asks where files of the draft would go, also while the draft cannot be stored.
  watch.expects({ status: 400, path: /\/storage\/routes?$/ })
  const accountId = await createAccount(api, 'Addressed')
  const path = `/v2/accounts/${accountId}/storage`
  const at = (url: string) => ({ attachments: { [uuid]: { handler: 'http', name: 'Files', settings: { url } } } })
  await api.write('PUT', path + untested, at('https://invented-user:invented-word@127.0.0.2/in?key=invented-key'))
  const bodies: string[] = []
  page.on('response', async (response) => bodies.push(await response.text().catch(() => '')))
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Edit Files' }).click()
  const address = card(page, 'Files').getByRole('textbox', { name: 'Address' })
  await expect(address).toHaveValue('https://•••@127.0.0.2/in?key=•••')
  await address.fill('https://•••@127.0.0.3/in?key=•••')
  await expect(page.getByText(/stays with the server it was entered for: type it again in place/)).toBeVisible()

  await address.fill('https://•••@127.0.0.2/other?key=•••')
  await expect(page.getByText(/What reads ••• is kept/)).toBeVisible()
  await saveUntested(page, watch)
  await expect(address).toHaveValue('https://•••@127.0.0.2/other?key=•••')
  expect(await api.get(path)).toMatchObject(at('https://invented-user:invented-word@127.0.0.2/other?key=invented-key'))
  expect(bodies.join('\n')).not.toMatch(/invented-(user|word|key)/)
})

test('form and JSON are two views of one draft, and what the form does not know stays', async ({ page, api }) => {
  const accountId = await createAccount(api, 'Two Views')
  await api.write('PUT', `/v2/accounts/${accountId}/storage${untested}`, s3('invented-json-secret'))
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('textbox', { name: 'Fax: Folder' }).fill('from the form')
  const editor = await openDocumentJson(page)
  await expect(editor).toContainText('"folder_path": "from the form"')
  await replaceText(page, editor, JSON.stringify({ odd: [1, 2], plan: { modb: { connection: 'local' } } }))
  await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'Form' }).click()
  await expect(card(page, 'Files')).toHaveCount(0)
  await page.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await expect(card(page, 'Files')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Fax: Folder' })).toHaveValue('')
})

test('a connection with its sign-in, and a route that sends documents there', async ({ page, api, watch }) => {
  watch.expects({ status: 404, path: /\/storage$/ })
  const accountId = await createAccount(api, 'Connected')
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Add connection' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Second cluster')
  const connection = card(page, 'Second cluster')
  await connection.getByRole('textbox', { name: 'Host' }).fill('couch.example.net')
  await connection.getByRole('textbox', { name: 'Port' }).fill('5984')
  await connection.getByRole('textbox', { name: 'Username' }).fill('archive')
  await connection.getByRole('textbox', { name: 'Password' }).fill('invented-couch-password')
  await route(page, 'Fax: Document goes to', 'Second cluster')
  await save(page)
  const stored = (await api.get(`/v2/accounts/${accountId}/storage`)) as { connections: object }
  const [id = ''] = Object.keys(stored.connections)
  expect(stored).toEqual({
    id: accountId,
    connections: {
      [id]: {
        driver: 'kazoo_couch',
        name: 'Second cluster',
        settings: {
          ip: 'couch.example.net',
          port: 5984,
          credentials: { username: 'archive', password: 'invented-couch-password' },
        },
      },
    },
    plan: { modb: { types: { fax: { connection: id } } } },
  })
})

test('a user’s own document is reached from the account and written', async ({ page, api, watch }) => {
  watch.expects({ status: 404, path: /\/storage$/ })
  const accountId = await createAccount(api, 'With Users')
  const userId = await createUser(api, accountId, 'quentin')
  await api.write('PUT', `/v2/accounts/${accountId}/storage${untested}`, s3('invented-user-secret'))
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await page.getByRole('link', { name: /quentin/ }).click()
  await expect(page).toHaveURL(new RegExp(`/users/${userId}$`))
  await route(page, 'Voicemail: Files go to', 'from account With Users')
  await save(page)
  expect(await api.get(`/v2/accounts/${accountId}/users/${userId}/storage`)).toEqual({
    id: userId,
    plan: { modb: { types: { mailbox_message: { attachments: { handler: uuid } } } } },
  })
})

test('a plan is made, named, listed, changed and deleted', async ({ page, api }) => {
  await page.goto('/storage/plans')
  await page.getByRole('link', { name: 'New plan' }).first().click()
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Asia only')
  await page.getByRole('button', { name: /^HTTP/ }).click()
  await card(page, 'HTTP').getByRole('textbox', { name: 'Address' }).fill('https://asia.example.net/in')
  await save(page)
  await expect(page).toHaveURL(/\/storage\/plans\/[0-9a-f]{32}$/)
  const planId = new URL(page.url()).pathname.split('/').at(-1)
  expect(await api.get(`/v2/storage/plans/${planId}`)).toMatchObject({ name: 'Asia only' })

  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('Asia and Pacific')
  await save(page)
  await page.goto('/storage/plans')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Asia and Pacific/ })
    .click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete this plan' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/storage\/plans$/)
  await expect(page.getByRole('link', { name: /^Asia and Pacific/ })).toHaveCount(0)
  expect((await api.request('GET', `/v2/storage/plans/${planId}`)).status).toBe(404)
})

test('a document changed meanwhile is not overwritten: the draft moves onto the current version', async ({
  page,
  api,
  watch,
}) => {
  watch.expects({ status: 412, path: /\/storage$/ })
  const accountId = await createAccount(api, 'Contested')
  const path = `/v2/accounts/${accountId}/storage`
  await api.write('PUT', path + untested, s3('invented-contested-secret'))
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('textbox', { name: 'Fax: Folder' }).fill('mine')
  await api.write('PATCH', path + untested, {
    attachments: { [uuid]: { name: 'Renamed by others' } },
    plan: { modb: { types: { fax: { attachments: { params: { folder_path: 'others' } } } } } },
  })
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('note').filter({ hasText: 'was changed meanwhile' })).toBeVisible()
  await page.getByRole('button', { name: 'Load the current version, keep my changes' }).click()
  await expect(card(page, 'Renamed by others')).toBeVisible()
  const overlap = page.getByRole('radiogroup', { name: /^Monthly data · Fax · .*whose value is kept$/ })
  await expect(overlap.getByRole('radio', { name: 'Mine: mine' })).toBeChecked()
  await expect(overlap.getByRole('radio', { name: 'Theirs: others' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Fax: Folder' })).toHaveValue('mine')
  await save(page)
  expect(await api.get(path)).toMatchObject({
    attachments: { [uuid]: { name: 'Renamed by others' } },
    plan: { modb: { types: { fax: { attachments: { params: { folder_path: 'mine' } } } } } },
  })
})

test('a document deleted meanwhile is no dead end: mine becomes a new one', async ({ page, api, watch }) => {
  watch.expects({ status: 404, path: /\/storage$/ })
  const accountId = await createAccount(api, 'Vanished')
  const path = `/v2/accounts/${accountId}/storage`
  const rule = (folder: string) => ({
    plan: { modb: { types: { fax: { attachments: { params: { folder_path: folder } } } } } },
  })
  await api.write('PUT', path + untested, rule('before'))
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('textbox', { name: 'Fax: Folder' }).fill('mine')
  await api.write('DELETE', path)
  await page.keyboard.press('Control+s')
  await page.getByRole('button', { name: 'Keep mine as a new document' }).click()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toContainText('New document')
  await save(page)
  expect(await api.get(path)).toMatchObject(rule('mine'))
})
