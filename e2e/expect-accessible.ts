import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { stopMoving } from './settle.ts'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const colours = 'color-contrast'
/** The page while something lies over it: its colours are asked where nothing does, and take most of the time. */
const below = ['#root[inert]', '#root[aria-hidden="true"]']

/** Axe finds nothing; `what` names the place in a failure. The themes differ in nothing but colours. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await stopMoving(page)
  expect(await findings(axeOf(page).withTags(wcag).disableRules(colours)), what).toEqual([])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await stopMoving(page)
    const ofColours = below.reduce((axe, selector) => axe.exclude(selector), axeOf(page)).withRules(colours)
    expect(await findings(ofColours), `${what}, ${colorScheme}`).toEqual([])
  }
}

/** Within the page, which has no frames, and without gathering what holds: of a large page that takes most of the time. */
function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
}

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}
