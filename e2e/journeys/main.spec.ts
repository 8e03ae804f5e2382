import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { allowUntested } from '../allow-untested.ts'
import type { ApiClient } from '../api-client.ts'
import { createAccount } from '../create-account.ts'
import { expect, testOnOwnStore } from '../fixtures.ts'
import { addSection, expectStored, row, save } from '../pages/category.ts'
import { fillSignIn } from '../pages/sign-in.ts'
import { card, findAccount, saveUntested } from '../pages/storage.ts'
import { type OwnStrata, startOwn } from '../strata.ts'

/** A first start as an operator meets it: nobody set a password, so the server made one up. */
const test = testOnOwnStore.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern.
  own: async ({}, use) => {
    const own = await startOwn({ hasPassword: false })
    await use(own)
    await own.dispose()
  },
  role: 'nobody',
})

const schemaDefaults = { acl_request_timeout_fudge_ms: 100, acl_request_timeout_ms: 2000 }

test('a newcomer overrides a value for a node, sees what differs from what, and reads it back', async ({
  page,
  own,
  watch,
}) => {
  watch.expects({ status: 401, path: '/console/session' })
  await firstSignIn(page, own)

  await page.getByRole('searchbox', { name: 'Filter categories' }).fill('sysconf')
  await page.getByRole('link', { name: /^sysconf/ }).click()
  await expect(page.getByRole('heading', { name: 'sysconf', level: 1 })).toBeVisible()
  await addSection(page, 'node')

  const field = page.getByLabel('ACL request timeout fudge', { exact: true })
  await expect(field).toHaveAttribute('placeholder', '100')
  await field.fill('101')
  await expect(row(page, '/acl_request_timeout_fudge_ms')).toContainText('unsaved')
  await expect(row(page, '/acl_request_timeout_fudge_ms')).toContainText('set here 101 ← schema 100')

  await save(page)
  await expect(row(page, '/acl_request_timeout_fudge_ms')).toContainText('set here')
  await expect(row(page, '/acl_request_timeout_ms')).not.toContainText('set here')
  await expectReadBack(await own.api())
})

test('the same by keyboard alone', async ({ page, own, watch }) => {
  watch.expects({ status: 401, path: '/console/session' })
  const { account, username, password } = own.signIn('superduper-admin')
  const press = (key: string) => page.keyboard.press(key)
  const type = (text: string) => page.keyboard.type(text)
  const tabTo = async (name: string | RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await press('Tab')
      if (
        await page
          .getByRole('textbox', { name, exact: true })
          .or(page.getByRole('button', { name, exact: true }))
          .and(page.locator(':focus'))
          .count()
      )
        return
    }
    throw new Error(`Tab never reached “${name}”.`)
  }

  await page.goto('/')
  await expect(page.getByLabel('Account')).toBeFocused()
  await type(account)
  await press('Tab')
  await type(username)
  await press('Tab')
  await type(password)
  await press('Enter')
  await expect(page).toHaveURL(/\/system-configs$/)

  await press('Control+k')
  await type('sysconf')
  await expect(page.getByRole('option', { name: /^sysconf/ })).toBeVisible()
  await press('Enter')
  await expect(page.getByRole('heading', { name: 'sysconf', level: 1 })).toBeVisible()

  await tabTo(/^Zone or node/)
  await press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Find a zone or a node' })).toBeFocused()
  await type('node')
  await expect(page.getByRole('option', { name: 'Add section “node”' })).toBeVisible()
  await press('End')
  await press('Enter')
  await expect(page).toHaveURL(/section=node/)

  await press('/')
  await expect(page.getByRole('searchbox', { name: 'Filter settings' })).toBeFocused()
  await type('fudge')
  await expect(page.getByLabel('ACL request timeout', { exact: true })).toBeHidden()
  await tabTo('ACL request timeout fudge')
  await type('101')
  await expect(row(page, '/acl_request_timeout_fudge_ms')).toContainText('set here 101')
  await press('Control+s')
  await expectStored(page)
  await expectReadBack(await own.api())
})

test('then writes the S3 document of an account in its form, and reads that back', async ({ page, own, watch }) => {
  watch.expects({ status: 401, path: '/console/session' }, { status: 404, path: /\/storage$/ })
  await firstSignIn(page, own)
  const api = await own.api()
  await allowUntested(api)
  const accountId = await createAccount(api, 'Newcomer')

  await page.getByRole('link', { name: 'Storage' }).click()
  await findAccount(page, 'newc', 'Newcomer')
  await page.getByRole('button', { name: /^Amazon S3/ }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('S3 Storage')
  const backEnd = card(page, 'S3 Storage')
  // An address that no test reaches out to: the server refuses it before it tries.
  await backEnd.getByRole('button', { name: /Service/ }).click()
  await page.getByRole('option', { name: 'Another store' }).click()
  await backEnd.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1')
  await backEnd.getByRole('textbox', { name: 'Bucket' }).fill('kazoo-recordings')
  await backEnd.getByRole('textbox', { name: 'Access key id' }).fill('AKIAINVENTED')
  await backEnd.getByRole('textbox', { name: 'Secret access key' }).fill('invented-new-secret')
  await backEnd.getByRole('button', { name: 'Voicemail' }).click()
  await expect(backEnd).toContainText('used by voicemail')
  await saveUntested(page, watch)
  await expect(page.getByText('invented-new-secret')).toHaveCount(0)

  const stored = (await api.get(`/v2/accounts/${accountId}/storage`)) as { attachments: object }
  const [uuid = ''] = Object.keys(stored.attachments)
  expect(uuid).toMatch(/^[a-z0-9]{32}$/)
  expect(stored).toEqual({
    id: accountId,
    attachments: {
      [uuid]: {
        handler: 's3',
        name: 'S3 Storage',
        settings: { bucket: 'kazoo-recordings', host: '127.0.0.1', key: 'AKIAINVENTED', secret: 'invented-new-secret' },
      },
    },
    plan: { modb: { types: { mailbox_message: { attachments: { handler: uuid } } } } },
  })
})

async function firstSignIn(page: Page, own: OwnStrata): Promise<void> {
  const passwordFile = join(own.dataDir, 'initial-admin')
  expect(existsSync(passwordFile)).toBe(true)
  await page.goto('/')
  await fillSignIn(page, own.signIn('superduper-admin'))
  await expect(page).toHaveURL(/\/system-configs$/)
  expect(existsSync(passwordFile), 'the file with the first password, after the first sign-in').toBe(false)
}

/** What KAZOO's document on system configs prints for a node that overrides one of both values. */
async function expectReadBack(api: ApiClient): Promise<void> {
  const path = '/v2/system_configs/sysconf'
  const node = { acl_request_timeout_fudge_ms: 101 }
  expect(await api.get('/v2/system_configs')).toEqual(['sysconf'])
  expect(await api.get(path)).toEqual({ id: 'sysconf', default: schemaDefaults, node })
  expect(await api.get(`${path}?with_defaults=true`)).toEqual({
    id: 'sysconf',
    default: schemaDefaults,
    node: { ...schemaDefaults, ...node },
  })
  expect(await api.get(`${path}/node`)).toEqual({ id: 'sysconf/node', ...node })
  expect(await api.get(`${path}/node?with_defaults=true`)).toEqual({ id: 'sysconf/node', ...schemaDefaults, ...node })
}
