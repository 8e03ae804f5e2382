import type { Page } from '@playwright/test'
import type { ApiClient } from '../api-client.ts'
import { expectAccessible } from '../expect-accessible.ts'
import { expect, testOnOwnStore as test } from '../fixtures.ts'

const from = 'kazoo_apps@app1.lon.example.net'
const to = 'kazoo_apps@app2.lon.example.net'

async function seed(api: ApiClient, category: string, values: Record<string, unknown>, section = from) {
  const operations = Object.entries(values).map(([key, value]) => ({
    section,
    pointer: `/${key}`,
    op: 'set',
    value,
    pin: true,
  }))
  await api.write('POST', `/console/system_configs/${category}`, { base_revision: null, operations })
}

test('a node is found, cloned over all categories in one job, looked at, and the clone is taken back', async ({
  page,
  api,
}) => {
  await api.write('POST', '/console/topology', { base_revision: null, nodes: { [from]: 'lon', [to]: 'lon' } })
  await seed(api, 'registrar', { listeners: 3 })
  await seed(api, 'callflow', { callflow_event_listeners: 7 })
  await page.goto('/system-configs')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('app1.lon')
  await expect(page.getByRole('option', { name: from }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: from, level: 1 })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'callflow_event_listeners' })).toContainText('7')

  // Four clicks from here.
  await page.getByRole('button', { name: 'Clone…' }).click()
  await page.getByRole('combobox', { name: 'To the node' }).fill(to)
  await page.keyboard.press('Escape')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Review' }).click()
  await expect(dialog.getByText('2 stored keys change in 2 categories.')).toBeVisible()
  await expectAccessible(page, 'the review of a clone')
  await dialog.getByRole('button', { name: 'Clone' }).click()
  await expect(dialog.getByText('2 of 2 stored.')).toBeVisible()
  await expectAccessible(page, 'a job that has ended')
  expect(await api.get(`/console/system_configs/registrar`)).toMatchObject({ sections: { [to]: { listeners: 3 } } })

  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await expect(dialog.getByText('2 of 2 taken back.')).toBeVisible()
  expect(await api.get(`/console/system_configs/registrar`)).not.toHaveProperty(['sections', to])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Last change' })).toBeVisible()
})

test.describe('each after a review, in one job,', () => {
  const stored = async (api: ApiClient, category: string) =>
    ((await api.get(`/console/system_configs/${category}`)) as { sections: Record<string, unknown> }).sections
  const zones = async (api: ApiClient) => {
    const { nodes } = (await api.get('/console/topology')) as { nodes: { name: string; zone: string | null }[] }
    return Object.fromEntries(nodes.map(({ name, zone }) => [name, zone]))
  }
  const renamed = 'kazoo_apps@app9.lon.example.net'

  async function openNode(page: Page, api: ApiClient, search = '') {
    await api.write('POST', '/console/topology', { base_revision: null, nodes: { [from]: 'lon', [to]: 'lon' } })
    await seed(api, 'registrar', { listeners: 3 })
    await seed(api, 'callflow', { callflow_event_listeners: 7 })
    await page.goto(`/nodes/${encodeURIComponent(from)}${search}`)
    await expect(page.getByRole('row').filter({ hasText: 'callflow_event_listeners' })).toContainText('7')
    return page.getByRole('dialog')
  }

  async function choose(page: Page, item: string) {
    await page.getByRole('button', { name: 'More to do with this node' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }

  test('a node is renamed, with its place in the topology, and the new name leads on', async ({ page, api }) => {
    const dialog = await openNode(page, api)
    await choose(page, 'Rename…')
    await page.getByRole('combobox', { name: 'To the node' }).fill(renamed)
    await dialog.getByRole('button', { name: 'Review' }).click()
    await expect(dialog.getByText('4 stored keys change in 2 categories.')).toBeVisible()
    await expect(dialog.getByText(`Topology: ${renamed} is added in lon.`)).toBeVisible()
    await expect(dialog.getByText(`Topology: ${from} is removed.`)).toBeVisible()
    await dialog.getByRole('button', { name: 'Rename' }).click()
    await expect(dialog.getByText('3 of 3 stored.')).toBeVisible()
    expect(await stored(api, 'registrar')).toEqual({ [renamed]: { listeners: 3 } })
    expect(await stored(api, 'callflow')).toEqual({ [renamed]: { callflow_event_listeners: 7 } })
    expect(await zones(api)).toEqual({ [renamed]: 'lon', [to]: 'lon' })
    await dialog.getByRole('link', { name: `Open ${renamed}` }).click()
    await expect(page.getByRole('heading', { name: renamed, level: 1 })).toBeVisible()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row').filter({ hasText: 'listeners' }).first()).toBeVisible()
  })

  test('a node is retired; what is unsaved of it is told, and is looked at beside the review', async ({
    page,
    api,
  }) => {
    const dialog = await openNode(page, api)
    await page.goto(`/system-configs/registrar?section=${encodeURIComponent(from)}`)
    await page.getByRole('textbox', { name: 'Listeners', exact: true }).fill('5')
    await expect(page.getByRole('region', { name: 'Unsaved changes' })).toBeVisible()
    await page.goto(`/nodes/${encodeURIComponent(from)}`)
    await choose(page, 'Retire…')
    await expect(dialog.getByText(`Everything that ${from} sets is removed.`)).toBeVisible()
    await expect(dialog.getByText(/Saved afterwards, they give .* a section again/)).toBeVisible()
    await expectAccessible(page, 'the review of a retirement')
    const opened = page.context().waitForEvent('page')
    await dialog.getByRole('link', { name: 'registrar' }).click()
    const beside = await opened
    await expect(beside.getByRole('textbox', { name: 'Listeners', exact: true })).toHaveValue('5')
    await beside.close()

    await dialog.getByRole('button', { name: 'Retire' }).click()
    await expect(dialog.getByText('3 of 3 stored.')).toBeVisible()
    expect(await stored(api, 'registrar')).toEqual({})
    expect(await zones(api)).toEqual({ [to]: 'lon' })
    await dialog.getByRole('button', { name: 'Take it back' }).click()
    await expect(dialog.getByText('3 of 3 taken back.')).toBeVisible()
    expect(await stored(api, 'registrar')).toEqual({ [from]: { listeners: 3 } })
    expect(await zones(api)).toEqual({ [from]: 'lon', [to]: 'lon' })
  })

  test('values are taken over from a comparison, to the left and to the right', async ({ page, api }) => {
    await seed(api, 'sysconf', { acl_request_timeout_ms: 900 }, to)
    const dialog = await openNode(page, api, `?with=${encodeURIComponent(to)}`)
    await page.getByRole('button', { name: `Set listeners of registrar at ${to} to what is read here` }).click()
    await page
      .getByRole('button', { name: `Set acl_request_timeout_ms of sysconf at ${from} to what is read here` })
      .click()
    const bar = page.getByRole('region', { name: 'Values to take over' })
    await expect(bar).toContainText('2 values to take over')
    await bar.getByRole('button', { name: 'Review' }).click()
    await expect(dialog.getByText('2 stored keys change in 2 categories.')).toBeVisible()
    await expectAccessible(page, 'the review of values taken over')
    await dialog.getByRole('button', { name: 'Take over' }).click()
    await expect(dialog.getByText('2 of 2 stored.')).toBeVisible()
    expect(await stored(api, 'registrar')).toEqual({ [from]: { listeners: 3 }, [to]: { listeners: 3 } })
    const timeout = { acl_request_timeout_ms: 900 }
    expect(await stored(api, 'sysconf')).toEqual({ [from]: timeout, [to]: timeout })
    await page.keyboard.press('Escape')
    await expect(bar).toBeHidden()
    await expect(page.getByRole('row').filter({ hasText: 'acl_request_timeout_ms' })).toHaveCount(0)
    await expect(page.getByRole('row').filter({ hasText: 'callflow_event_listeners' })).toBeVisible()
  })
})
