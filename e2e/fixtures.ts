import { test as base, type Page } from '@playwright/test'
import type { ApiClient } from './api-client.ts'
import { type OwnStrata, type Role, type Strata, startDemo, startOwn } from './strata.ts'
import { type PageWatch, watchPage } from './watch-page.ts'

interface Options {
  /** Who is signed in when the test begins. */
  role: Role | 'nobody'
}

interface Fixtures {
  strata: Strata
  /** `/v2` as a superduper admin: reads back what the browser saved. */
  api: ApiClient
  /** On every page; see `watchPage` for what it never lets pass. */
  watch: PageWatch
}

/** Journeys on the demo's cluster, which the tests of a worker share: each keeps to categories and accounts of its own. */
export const test = base.extend<Options & Fixtures, { demo: Strata }>({
  role: ['superduper-admin', { option: true }],
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern.
    async ({}, use) => {
      const demo = await startDemo()
      await use(demo)
      await demo.stop()
    },
    { scope: 'worker' },
  ],
  strata: ({ demo }, use) => use(demo),
  baseURL: ({ strata }, use) => use(strata.url),
  api: async ({ strata }, use) => use(await strata.api()),
  watch: [
    async ({ page }, use) => {
      const watch = await watchPage(page)
      await use(watch)
      await watch.check()
    },
    { auto: true },
  ],
  page: async ({ page, strata, role }, use) => {
    if (role !== 'nobody') await signInAs(page, strata, role)
    await use(page)
  },
})

/** Journeys on a server and an empty store of their own. */
export const testOnOwnStore = test.extend<{ own: OwnStrata; ownEnv: Record<string, string> }>({
  /** What the server is started with besides. */
  ownEnv: [{}, { option: true }],
  own: async ({ ownEnv }, use) => {
    const own = await startOwn({ env: ownEnv })
    await use(own)
    await own.dispose()
  },
  strata: ({ own }, use) => use(own),
})

async function signInAs(page: Page, strata: Strata, role: Role): Promise<void> {
  const { name, value } = await strata.session(role)
  await page.context().addCookies([{ name, value, url: strata.url, httpOnly: true, sameSite: 'Strict' }])
}

export { expect } from '@playwright/test'
