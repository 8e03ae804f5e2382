import { expectAccessible } from '../expect-accessible.ts'
import { expect, testOnOwnStore as test } from '../fixtures.ts'
import { openCategory, row, saveBar } from '../pages/category.ts'
import { seedCategory } from '../seed-category.ts'

const [n1, n2] = ['kazoo_apps@m1.lon.invented.test', 'kazoo_apps@m2.lon.invented.test']

test('an empty store says whose it is, and each of its first steps leads somewhere, until they are done', async ({
  page,
  api,
}) => {
  await page.goto('/system-configs')
  const steps = page.getByRole('region', { name: 'Where to begin' })
  await expect(steps).toContainText('no KAZOO reads it')
  for (const [step, heading] of [
    ['Say which nodes there are', 'Topology'],
    ['Set a first value', 'sysconf'],
    ['Choose where files go', 'Storage'],
  ] as const) {
    await steps.getByRole('link', { name: step }).click()
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
    await page.goBack()
  }
  await api.write('POST', '/console/topology', { base_revision: null, nodes: { [n1]: 'lon' } })
  await page.reload()
  await expect(steps.getByRole('img', { name: 'Done' })).toHaveCount(1)
  await seedCategory(api, 'sysconf', { default: { acl_request_timeout_ms: 3000 } })
  await page.reload()
  await expect(page.getByText(/^1 override in 1 stored category/)).toBeVisible()
  await expect(steps).toBeHidden()
})

test('an amount is typed as people say it; what is hardly meant is asked at the field and again in the review', async ({
  page,
  api,
}) => {
  await api.write('POST', '/console/topology', { base_revision: null, nodes: { [n1]: 'lon', [n2]: 'lon' } })
  await seedCategory(api, 'sysconf', {
    default: { acl_request_timeout_fudge_ms: 150 },
    [n2]: { acl_request_timeout_ms: 2500 },
  })
  await openCategory(page, 'sysconf')
  const field = page.getByRole('textbox', { name: 'ACL request timeout', exact: true })

  // What holds stands in the field before anything is set, and one word says which layer it is from.
  await expect(field).toHaveAttribute('placeholder', '2000')
  await expect(row(page, '/acl_request_timeout_ms')).toContainText('built-in')
  await field.fill('1 h 30 min')
  await field.press('Tab')
  await expect(field).toHaveValue('5400000')
  await expect(row(page, '/acl_request_timeout_ms')).toContainText('A hundred times the usual 2000 ms or more')

  await page.getByRole('textbox', { name: 'ACL request timeout fudge', exact: true }).fill('many')
  await saveBar(page).getByRole('button', { name: 'Review' }).click()
  const review = page.getByRole('dialog', { name: 'Review of sysconf' })
  await expect(review).toContainText('1 of 2 nodes changes; 1 does not: a value of their own answers')
  await expect(review).toContainText('1 value is invalid or not finished yet')
  await expect(review).toContainText('acl_request_timeout_ms in default is a hundred times the usual 2000 ms or more')
  const line = review.getByRole('table', { name: 'What nodes will read' }).getByRole('row').filter({ hasText: n1 })
  await expect(line).toContainText('5400000')
  await expect(review.getByText('As curl')).toBeVisible()
  await expect(review.getByText('curl -X')).toBeHidden()
  await expectAccessible(page, 'a review with a doubt')
})

test('the overview says what needs a look today, and its words are explained', async ({ page, api }) => {
  await api.write('POST', '/console/topology', { base_revision: null, nodes: { [n1]: 'lon' } })
  await seedCategory(api, 'sysconf', {
    default: { acl_request_timeout_ms: 3000 },
    [n1]: { acl_request_timeout_ms: 2500 },
  })
  await seedCategory(api, 'trunkstore', { [n2]: { pool_size: 7 } })
  await openCategory(page, 'trunkstore')
  await page.getByRole('textbox', { name: 'Pool size', exact: true }).fill('8')
  await page.goto('/system-configs')
  await expect(page.getByText('1 category has unsaved changes in this browser:')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Stored last' })).toContainText('trunkstore')
  await expect(page.getByRole('table', { name: 'Nodes that set most themselves' })).toContainText(n1)
  await page.getByRole('button', { name: 'overrides' }).focus()
  await expect(page.getByRole('tooltip')).toContainText('A value that is stored in a section.')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /unknown/ }).click()
  await expect(page).toHaveURL(/sweeper/)
  await expect(page.getByRole('main')).toContainText(n2)
})
