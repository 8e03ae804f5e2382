import { expect, type Page } from '@playwright/test'
import axeCore from 'axe-core'
import { stopMoving } from './settle.ts'

declare global {
  interface Window {
    axe?: typeof axeCore
  }
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const colours = 'color-contrast'
/** The page while something lies over it: its colours are asked where nothing does, and take most of the time. */
const below = ['#root[inert]', '#root[aria-hidden="true"]']

/** Axe finds nothing; `what` names the place in a failure. The themes differ in nothing but colours. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await stopMoving(page)
  // Once for a document: to read all of axe takes longer than most of its rules.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axeCore.source)
  const rest = { runOnly: wcag, rules: { [colours]: { enabled: false } } }
  expect(await findings(page, [], rest), what).toEqual([])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await stopMoving(page)
    expect(await findings(page, below, { runOnly: [colours] }), `${what}, ${colorScheme}`).toEqual([])
  }
}

/** What axe holds against the page, a line a rule. */
function findings(page: Page, exclude: string[], options: axeCore.RunOptions): Promise<string[]> {
  return page.evaluate(
    async ([exclude, options]) => {
      if (window.axe === undefined) throw new Error('The page was left while it was looked at.')
      // Without gathering what holds: of a large page that takes most of the time.
      const { violations } = await window.axe.run({ exclude }, { ...options, resultTypes: ['violations'] })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
    },
    [exclude, options] as const,
  )
}
