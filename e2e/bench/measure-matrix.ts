import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'
import type { ApiClient } from '../api-client.ts'
import { type Spread, spread } from './spread.ts'

const CATEGORY = 'bench.matrix'
const KEYS = 70
const NODES = 500
const ZONES = 10

/** Writes a category of 70 keys in which 500 nodes set some, and says which zones the nodes are in. */
export async function seedMatrix(api: ApiClient): Promise<string> {
  const keys = Array.from({ length: KEYS }, (_, index) => `invented_key_${index}`)
  const nodes = Array.from({ length: NODES }, (_, index) => `ecallmgr@n${index}.example.net`)
  const valuesOf = (own: readonly string[], seed: number) =>
    Object.fromEntries(own.map((key, index) => [key, seed + index]))
  const sections = {
    default: valuesOf(keys, 0),
    ...Object.fromEntries(
      nodes.map((name, index) => [
        name,
        valuesOf(
          keys.filter((_, key) => (key + index) % 5 === 0),
          index,
        ),
      ]),
    ),
  }
  const operations = Object.entries(sections).map(([section, value]) => ({ section, pointer: '', op: 'set', value }))
  const { revision } = (await api.get('/console/topology')) as { revision: string | null }
  const zones = Object.fromEntries(nodes.map((name, index) => [name, `z${index % ZONES}`]))
  await api.write('POST', '/console/topology', { base_revision: revision, nodes: zones })
  await api.write('POST', `/console/system_configs/${CATEGORY}`, { base_revision: null, operations })
  return `${KEYS} keys by ${NODES} nodes`
}

/**
 * Frames while the matrix is scrolled, and while an empty list of the same size is: down, across, and both at once.
 * - `cells`: how many the matrix has mounted at most
 */
export async function measureMatrix(
  openPage: () => Promise<Page>,
): Promise<{ matrix: Spread; empty: Spread; cells: number }> {
  const page = await openPage()
  await page.goto(`/system-configs/${CATEGORY}/matrix`)
  await page.getByRole('gridcell').first().waitFor()
  const { frames, most } = await page.evaluate(scrollFrames, '[role="grid"]')
  await page.context().close()

  const beside = await openPage()
  await beside.setContent('<!doctype html><body></body>')
  await beside.addScriptTag({ content: await emptyGrid() })
  await beside.locator('[data-scroller]').waitFor()
  const { frames: emptyFrames } = await beside.evaluate(scrollFrames, '[data-scroller]')
  await beside.context().close()
  return { matrix: spread(frames), empty: spread(emptyFrames), cells: most }
}

/** The empty list's program, made by the same bundler's rules as the console: without development checks. */
async function emptyGrid(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../apps/web/bench/empty-grid.tsx', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs in the page: milliseconds from frame to frame while something scrolls a little more in each. */
async function scrollFrames(selector: string): Promise<{ frames: number[]; most: number }> {
  const scroller = document.querySelector(selector)
  if (scroller === null) throw new Error(`nothing to scroll: ${selector}`)
  const frames: number[] = []
  let most = 0
  for (const [down, across] of [
    [24, 0],
    [0, 60],
    [-16, 45],
    [0, -90],
  ] as const) {
    let last = await new Promise<number>(requestAnimationFrame)
    for (let frame = 0; frame < 120; frame += 1) {
      scroller.scrollBy(across, down)
      const now = await new Promise<number>(requestAnimationFrame)
      frames.push(now - last)
      last = now
      most = Math.max(most, scroller.querySelectorAll('[role="gridcell"]').length)
    }
  }
  return { frames, most }
}
