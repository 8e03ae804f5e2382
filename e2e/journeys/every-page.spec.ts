import { expectAccessible } from '../expect-accessible.ts'
import { expect, test } from '../fixtures.ts'
import { knownSecrets } from '../known-secrets.ts'
import { allPages, findPlaces } from '../pages/all-pages.ts'
import { openCategory } from '../pages/category.ts'
import { settle } from '../settle.ts'

const phone = { width: 390, height: 844 }

for (const [name, address] of Object.entries(allPages)) {
  test(`${name}: axe finds nothing in either theme, no secret is on it, no sideways scroll on a phone`, async ({
    page,
    api,
    watch,
  }) => {
    watch.expects({ status: 404, path: /\/storage$/ })
    await page.goto(address(await findPlaces(api)))
    await settle(page)
    await expectAccessible(page, name)

    const shown = await page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
      // The JSON editor lives in a shadow root.
      const editors = [...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot?.textContent ?? '')
      return [document.documentElement.outerHTML, ...fields, ...editors].join('\n')
    })
    expect(knownSecrets.filter((secret) => shown.includes(secret))).toEqual([])

    await page.setViewportSize(phone)
    await settle(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  })
}

const node = 'kazoo_apps@app1.ams.example.net'
const places = ['10.0.0.0/8', '192.168.0.0/16']

for (const { note, category, section, stored } of [
  { note: 'a list that a node overrides', category: 'media', section: node, stored: { proxy_store_acls: places } },
  { note: 'a list that default pins', category: 'media', section: 'default', stored: { proxy_store_acls: places } },
  {
    note: 'a value that no node reads',
    category: 'token_buckets',
    section: 'default',
    stored: { default: { max_bucket_tokens: 7 } },
  },
]) {
  test(`${note}: axe finds nothing, targets are 24 px`, async ({ page, api }) => {
    await api.write('PATCH', `/v2/system_configs/${category}/${section}`, stored)
    await openCategory(page, category, `?section=${section}&only=overridden`)
    await settle(page)
    await expectAccessible(page, note)
    await page.setViewportSize(phone)
    await settle(page)
    await expectAccessible(page, `${note}, on a phone`)
  })
}

test('pages may run only what Strata serves: nothing inline, nothing evaluated', async ({ page }) => {
  const response = await page.goto('/')
  const policy = response?.headers()['content-security-policy'] ?? ''
  const directives = policy.split(';').map((directive) => directive.trim())
  expect(directives).toContain("default-src 'none'")
  expect(directives).toContain("script-src 'self'")
  expect(directives).toContain("style-src 'self'")
  expect(policy).not.toMatch(/unsafe|\*|http:/)
})
