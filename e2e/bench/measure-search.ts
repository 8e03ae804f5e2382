import type { Page } from '@playwright/test'
import type { ApiClient } from '../api-client.ts'
import { type Spread, spread } from './spread.ts'

const CATEGORIES = 150
const SECTIONS = ['default', 'ams', 'fra', 'kazoo_apps@app1.ams.example.net', 'ecallmgr@media1.fra.example.net']
const KEYS = 8
const WORDS =
  'acl request timeout node grace period media proxy host codec max retries interval cache number prefix'.split(' ')

/** Each typed letter by letter; every part of them finds something: hundreds of settings or few, one mistyped. */
const TYPED = [
  'timeout',
  'grace node',
  'proxy @zone:ams',
  'bench.c149',
  'timeotu',
  'media @overridden',
  '7 @type:integer',
]

/** Writes categories with a value for every key in every section. Gives how many values those are. */
export async function seedSearch(api: ApiClient): Promise<string> {
  const changes = Array.from({ length: CATEGORIES }, (_, category) => ({
    category: `bench.c${category}`,
    base_revision: null,
    operations: SECTIONS.map((section, place) => ({
      section,
      pointer: '',
      op: 'set',
      value: Object.fromEntries(keysOf(category).map((key, at) => [key, benchValue(category * 7 + at * 3 + place)])),
    })),
  }))
  await api.write('POST', '/console/system_configs/bulk', { changes })
  return `${CATEGORIES} categories of ${SECTIONS.length} sections with ${KEYS} values each`
}

/** From the key that is pressed until the paint of what it finds. */
export async function measureSearch(page: Page): Promise<{ settings: number; keystroke: Spread }> {
  await page.goto('/search?q=@overridden')
  await page.getByRole('region', { name: 'Settings found' }).waitFor()
  await page.evaluate(listen)
  const field = page.getByRole('combobox')
  for (const text of TYPED) {
    await field.fill('')
    for (const letter of text) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      await page.waitForTimeout(120)
    }
  }
  const times = await page.evaluate(() => (window as unknown as { strataSearches: number[] }).strataSearches)
  await field.fill('e')
  const settings = Number.parseInt(((await page.getByRole('status').textContent()) ?? '').replaceAll(',', ''), 10)
  return { settings, keystroke: spread(times) }
}

/** Runs in the page: the results are labelled with the text that they are of. */
function listen(): void {
  const times: number[] = []
  Object.assign(window, { strataSearches: times })
  document.addEventListener(
    'keydown',
    async ({ timeStamp, key, target }) => {
      if (!(target instanceof HTMLInputElement) || key.length > 1 || key === ' ') return
      const shown = `section[aria-label$=${JSON.stringify(`“${(target.value + key).trim()}”`)}]`
      do await new Promise(requestAnimationFrame)
      while (document.querySelector(shown) === null && performance.now() - timeStamp < 1000)
      // A message comes after the frame was painted.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => times.push(performance.now() - timeStamp)
      port2.postMessage(undefined)
    },
    true,
  )
}

function keysOf(category: number): string[] {
  return Array.from({ length: KEYS }, (_, at) => `${wordAt(category + at)}_${wordAt(category * 3 + at * 5)}_${at}`)
}

function wordAt(place: number): string {
  return WORDS[place % WORDS.length] ?? ''
}

function benchValue(place: number): number | string | boolean {
  if (place % 5 === 0) return place % 2 === 0
  return place % 3 === 0 ? `${wordAt(place)}.example.net` : place
}
