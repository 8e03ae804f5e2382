/** Prints the browser's figures as Markdown tables: what is loaded, and how quick the largest form is. */
import { chromium } from '@playwright/test'
import playwrightConfig from '../../playwright.config.ts'
import { allPages, findPlaces } from '../pages/all-pages.ts'
import { startDemo } from '../strata.ts'
import { measureForm } from './measure-form.ts'
import { measureMatrix, seedMatrix } from './measure-matrix.ts'
import { measureSearch, seedSearch } from './measure-search.ts'
import { scriptBytes } from './script-bytes.ts'

/** One page of each kind; the others load the same. */
const kinds = ['system-configs', 'category', 'category-json', 'storage', 'storage-account'] as const

const demo = await startDemo()
const browser = await chromium.launch(playwrightConfig.use?.launchOptions ?? {})
try {
  const { name, value } = await demo.session('superduper-admin')
  const openPage = async () => {
    const context = await browser.newContext({ baseURL: demo.url, viewport: { width: 1440, height: 900 } })
    await context.addCookies([{ name, value, url: demo.url }])
    return context.newPage()
  }
  const places = await findPlaces(await demo.api())

  console.log('\nJavaScript of a page opened with an empty cache, as served (gzip).\n')
  console.log('| page | files | KB |\n| --- | ---: | ---: |')
  for (const kind of kinds) {
    const page = await openPage()
    const { files, bytes } = await scriptBytes(page, allPages[kind]?.(places) ?? '/')
    console.log(`| ${kind} | ${files} | ${(bytes / 1000).toFixed(1)} |`)
    await page.context().close()
  }

  const { fields, mount, keystroke } = await measureForm(await openPage(), 'ecallmgr')
  console.log(`\nThe form of \`ecallmgr\` (${fields} fields), warm, milliseconds.\n`)
  console.log('| what | p50 | p95 |\n| --- | ---: | ---: |')
  console.log(`| form mount, from click to paint | ${mount.p50.toFixed(0)} | ${mount.p95.toFixed(0)} |`)
  console.log(`| keystroke to paint | ${keystroke.p50.toFixed(1)} | ${keystroke.p95.toFixed(1)} |`)

  const seeded = await seedSearch(await demo.api())
  const search = await measureSearch(await openPage())
  console.log(
    `\nThe search of all settings, ${seeded} beside the demo’s own (${search.settings} in all), milliseconds.\n`,
  )
  console.log('| what | p50 | p95 |\n| --- | ---: | ---: |')
  console.log(
    `| keystroke to painted results | ${search.keystroke.p50.toFixed(1)} | ${search.keystroke.p95.toFixed(1)} |`,
  )

  const size = await seedMatrix(await demo.api())
  const { matrix, empty, cells } = await measureMatrix(openPage)
  console.log(`\nScrolling the matrix, ${size}, at most ${cells} cells mounted: milliseconds from frame to frame.\n`)
  console.log('| what | p50 | p95 |\n| --- | ---: | ---: |')
  console.log(`| the matrix | ${matrix.p50.toFixed(1)} | ${matrix.p95.toFixed(1)} |`)
  console.log(`| an empty list of the same size | ${empty.p50.toFixed(1)} | ${empty.p95.toFixed(1)} |`)
} finally {
  await browser.close()
  await demo.stop()
}
