import { expect, type Page } from '@playwright/test'

/** Waits until a page shows what it is about: nothing is loading, and nothing moves. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.getByText('Loading', { exact: true })).toHaveCount(0)
  await stopMoving(page)
}

/** Waits until what moves or changes colour has come to its end. */
export async function stopMoving(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(requestAnimationFrame)
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
