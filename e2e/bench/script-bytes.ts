import type { Page, Request } from '@playwright/test'
import { settle } from '../settle.ts'

/** The JavaScript that a page opened with an empty cache loads: files, and bytes on the wire without headers. */
export async function scriptBytes(page: Page, path: string): Promise<{ files: number; bytes: number }> {
  const scripts: Request[] = []
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('.js') || request.resourceType() === 'script') scripts.push(request)
  })
  await page.goto(path)
  await settle(page)
  const sizes = await Promise.all(scripts.map((request) => request.sizes()))
  return { files: scripts.length, bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) }
}
