import { allowUntested, untested } from '../allow-untested.ts'
import { createAccount } from '../create-account.ts'
import { expect, test } from '../fixtures.ts'
import { card, route, save, saveUntested } from '../pages/storage.ts'

const uuid = 'c'.repeat(32)
const noDocument = { status: 404, path: /\/storage$/ }

test.beforeEach(({ api }) => allowUntested(api))

test('a service fills in host, scheme and bucket style, follows the region, and is known again', async ({
  page,
  api,
  watch,
}) => {
  watch.expects(noDocument)
  const accountId = await createAccount(api, 'Preset Users')
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: /^Amazon S3/ }).click()
  const backEnd = card(page, 'Amazon S3')
  await expect(backEnd.getByRole('textbox', { name: 'Host' })).toHaveCount(0)
  await backEnd.getByRole('button', { name: /Service/ }).click()
  await page.getByRole('option', { name: 'Wasabi' }).click()
  await expect(backEnd.getByRole('textbox', { name: 'Host' })).toHaveValue('s3.us-east-1.wasabisys.com')
  await backEnd.getByRole('combobox', { name: 'Region' }).fill('eu-central-1')
  await expect(backEnd.getByRole('textbox', { name: 'Host' })).toHaveValue('s3.eu-central-1.wasabisys.com')

  await backEnd.getByRole('button', { name: /Service/ }).click()
  await page.getByRole('option', { name: 'MinIO' }).click()
  await backEnd.getByRole('textbox', { name: 'Host' }).fill('127.0.0.1')
  await backEnd.getByRole('textbox', { name: 'Bucket' }).fill('invented-bucket')
  await backEnd.getByRole('textbox', { name: 'Access key id' }).fill('INVENTED')
  await backEnd.getByRole('textbox', { name: 'Secret access key' }).fill('invented-preset-secret')
  await saveUntested(page, watch)
  const stored = (await api.get(`/v2/accounts/${accountId}/storage`)) as { attachments: object }
  expect(Object.values(stored.attachments)).toEqual([
    expect.objectContaining({
      settings: {
        bucket: 'invented-bucket',
        key: 'INVENTED',
        secret: 'invented-preset-secret',
        host: '127.0.0.1',
        port: 9000,
        scheme: 'http',
        region: 'us-east-1',
        bucket_access_method: 'path',
      },
    }),
  ])
  await page.reload()
  await page.getByRole('button', { name: 'Edit Amazon S3' }).click()
  await expect(backEnd.getByRole('button', { name: /Service/ })).toContainText('MinIO')
})

test('a path is built part by part, by keyboard and pointer, with what comes of it beside it', async ({
  page,
  api,
  watch,
}) => {
  const accountId = await createAccount(api, 'Path Makers')
  const url = 'https://rec.example.invalid/in'
  await api.write('PUT', `/v2/accounts/${accountId}/storage${untested}`, {
    attachments: { [uuid]: { handler: 'http', name: 'Recorder', settings: { url, verb: 'put' } } },
    plan: { modb: { types: { fax: { attachments: { handler: uuid, params: { folder_path: 'faxes' } } } } } },
  })
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Edit Recorder' }).click()
  const builder = card(page, 'Recorder').getByRole('region', { name: 'Path of a file' })
  const preview = builder.getByRole('status', { name: 'Where a file goes' })
  await expect(preview).toHaveText(new RegExp(`^PUT ${url}/faxes/${accountId}/[0-9a-f]{32}/\\d{6}-[0-9a-f]+/fax.tiff$`))

  await builder.getByRole('button', { name: 'Change the parts' }).click()
  const parts = builder.getByRole('list', { name: 'Parts of the path' })
  await builder.getByRole('button', { name: 'Remove part 2' }).click()
  await expect(parts.locator('> li')).toHaveCount(3)
  await builder.getByRole('button', { name: 'Add part', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Fixed text' }).click()
  await builder.getByRole('textbox', { name: 'Value of part 4' }).fill('kept')
  await builder.getByRole('button', { name: /^Move part 4/ }).focus()
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowUp')
  await expect(preview).toHaveText(new RegExp(`/faxes/kept/${accountId}/\\d{6}-[0-9a-f]+/fax.tiff$`))
  await expect(builder.getByRole('button', { name: /^Move part 1/ })).toBeFocused()

  await builder.getByRole('button', { name: 'Kind of part 3' }).click()
  await page.getByRole('option', { name: 'Group' }).click()
  const group = builder.getByRole('list', { name: 'Parts of group 3' })
  await builder.getByRole('button', { name: 'Add part to group 3' }).click()
  await page.getByRole('menuitem', { name: 'Fixed text' }).click()
  await group.getByRole('textbox', { name: 'Value of part 3.2' }).fill('-copy')
  await expect(preview).toHaveText(/\/\d{6}-[0-9a-f]+-copy\/fax.tiff$/)

  const handle = builder.getByRole('button', { name: /^Move part 2/ })
  const [from, to] = [
    await handle.boundingBox(),
    await builder.getByRole('button', { name: /^Move part 1/ }).boundingBox(),
  ]
  if (from === null || to === null) throw new Error('The handles are in sight.')
  await page.mouse.move(from.x + 5, from.y + 5)
  await page.mouse.down()
  await page.mouse.move(to.x + 5, to.y + 2, { steps: 6 })
  await page.mouse.up()
  await expect(preview).toHaveText(new RegExp(`/faxes/${accountId}/kept/`))

  // Picked up by the keyboard, which then goes from place to place, nearest first, and lets go of it.
  await builder.getByRole('button', { name: /^Move part 2/ }).press('Enter')
  await expect(builder.getByRole('button', { name: /^Move part 1/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(preview).toHaveText(new RegExp(`/faxes/kept/${accountId}/`))
  await builder.getByRole('button', { name: /^Move part 2/ }).press('ArrowUp')
  await expect(preview).toHaveText(new RegExp(`/faxes/${accountId}/kept/`))

  await saveUntested(page, watch)
  expect(await api.get(`/v2/accounts/${accountId}/storage`)).toMatchObject({
    attachments: {
      [uuid]: {
        settings: {
          field_list: [
            { arg: 'account_id' },
            { const: 'kept' },
            { group: [{ arg: 'id' }, { const: '-copy' }] },
            { arg: 'attachment' },
          ],
        },
      },
    },
  })
})

test('the spelling beside the handler is taken, and moved to where KAZOO reads it', async ({ page, api }) => {
  const accountId = await createAccount(api, 'Two Spellings')
  await api.write('PUT', `/v2/accounts/${accountId}/storage${untested}`, {
    attachments: {
      [uuid]: {
        handler: 's3',
        name: 'Files',
        settings: { host: '127.0.0.1', bucket: 'invented-bucket', key: 'INVENTED', secret: 'invented-beside' },
        field_list: [{ arg: 'id' }],
        folder_base_path: 'calls',
      },
    },
  })
  await page.goto(`/storage/accounts/${accountId}`)
  await page.getByRole('button', { name: 'Edit Files' }).click()
  const backEnd = card(page, 'Files')
  await backEnd.getByRole('button', { name: 'Move them' }).click()
  await backEnd.getByRole('button', { name: 'Path of files (2 set)' }).click()
  await expect(backEnd.getByRole('textbox', { name: 'Base folder' })).toHaveValue('calls')
  await expect(backEnd.getByRole('button', { name: /^Move part 1/ })).toBeVisible()
})

test('a wrong reference is refused by the server too, at its path', async ({ api }) => {
  const accountId = await createAccount(api, 'Refused Reference')
  const reply = await api.request('PUT', `/v2/accounts/${accountId}/storage`, {
    plan: { modb: { types: { fax: { attachments: { handler: uuid } } } } },
  })
  expect(reply.status).toBe(400)
  expect(JSON.stringify(reply)).toContain('plan.modb.types.fax.attachments.handler')
})

test('every part of a route says who decided it, and a card leads to its routes', async ({ page, api }) => {
  const accountId = await createAccount(api, 'Part By Part')
  await api.write('PUT', `/v2/accounts/${accountId}/storage${untested}`, {
    attachments: { [uuid]: { handler: 'http', name: 'Recorder', settings: { url: 'https://rec.example.invalid' } } },
    plan: { modb: { types: { fax: { attachments: { handler: uuid } } } } },
  })
  await page.goto(`/storage/accounts/${accountId}`)
  const fax = page.getByRole('region', { name: 'Monthly data' }).getByRole('row', { name: /^Fax/ })
  const cells = fax.getByRole('cell')
  await expect(cells.nth(0)).toContainText('decided by: here')
  await expect(cells.nth(2)).toContainText('decided by: system')
  await card(page, 'Recorder')
    .getByRole('button', { name: /^faxes: show its route/ })
    .click()
  await expect(page.getByRole('button', { name: /Fax: Files go to/ })).toBeFocused()

  await page.getByRole('button', { name: 'Remove Recorder' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('It is used by faxes.')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await route(page, 'Fax: Files go to', 'Inherit')
  await expect(card(page, 'Recorder')).toContainText('no route uses it')
  await save(page)
})
