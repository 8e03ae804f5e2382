import type { Page } from '@playwright/test'
import { type Spread, spread } from './spread.ts'

const MOUNTS = 12
const KEYSTROKES = 120

/**
 * How quick a category's form is once its code and data are there.
 * - mount: from the click in the list until the painted form
 * - keystroke: from the key in a number field near the top until the paint that shows it
 */
export async function measureForm(
  page: Page,
  category: string,
): Promise<{ fields: number; mount: Spread; keystroke: Spread }> {
  await page.goto(`/system-configs/${category}`)
  await page.locator('[data-pointer]').first().waitFor()
  const fields = await page.locator('[data-pointer]').count()
  const mounts: number[] = []
  for (let run = 0; run < MOUNTS; run += 1) {
    await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'System configs' }).click()
    await page.locator('[data-pointer]').first().waitFor({ state: 'detached' })
    mounts.push(await page.evaluate(mountOnce, { href: `/system-configs/${category}`, fields }))
  }
  return { fields, mount: spread(mounts), keystroke: spread(await keystrokes(page)) }
}

/** Runs in the page: opens a category by its link and waits until all fields are painted. */
async function mountOnce({ href, fields }: { href: string; fields: number }): Promise<number> {
  const link = document.querySelector<HTMLAnchorElement>(`a[href="${href}"]`)
  const started = performance.now()
  link?.click()
  while (document.querySelectorAll('[data-pointer]').length < fields) await new Promise(requestAnimationFrame)
  // The frame after the one that mounted it: by then that one is painted.
  await new Promise(requestAnimationFrame)
  return performance.now() - started
}

async function keystrokes(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { strataKeystrokes: times })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          // A message comes after the frame was painted.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => times.push(performance.now() - timeStamp)
          port2.postMessage(undefined)
        }),
      true,
    )
  })
  await page.locator('[data-pointer] input[inputmode="numeric"]').first().click()
  for (let typed = 0; typed < KEYSTROKES; typed += 1) {
    await page.keyboard.press(typed % 6 === 5 ? 'Backspace' : String(typed % 10))
    await page.waitForTimeout(30)
  }
  return page.evaluate(() => (window as unknown as { strataKeystrokes: number[] }).strataKeystrokes)
}
