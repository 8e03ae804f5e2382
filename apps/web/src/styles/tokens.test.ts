import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const [light = '', dark = ''] = css.split('[data-theme="dark"]')
const themes = { light: tokensOf(light), dark: { ...tokensOf(light), ...tokensOf(dark) } }

const surfaces = ['bg', 'bg-raised', 'bg-sunken', 'bg-hover']
const pairs = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'bad', 'unsaved', 'good'].flatMap((ink) =>
    surfaces.map((ground) => [ink, ground] as const),
  ),
  ...['accent', 'unsaved', 'bad', 'good'].map((name) => [name, `${name}-soft`] as const),
  ...['schema', 'default', 'zone', 'node'].map((name) => [`layer-${name}`, `layer-${name}-soft`] as const),
  ['ink', 'accent-soft'],
  ['ink', 'unsaved-soft'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
  ['bad-ink', 'bad'],
  ['bad-ink', 'bad-hover'],
] as const

for (const [theme, tokens] of Object.entries(themes)) {
  describe(`${theme}: text can be read (WCAG AA, 4.5 : 1)`, () => {
    for (const [ink, ground] of pairs) {
      it(`${ink} on ${ground}`, () => {
        expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(4.5)
      })
    }
  })

  describe(`${theme}: controls can be told from their ground (3 : 1)`, () => {
    for (const ground of surfaces) {
      it(`the focus ring on ${ground}`, () => {
        expect(contrast(tokens.focus, tokens[ground])).toBeGreaterThanOrEqual(3)
      })
    }
  })
}

function tokensOf(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  )
}

function contrast(a = '', b = ''): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
