import { storedChoice } from './stored-choice.ts'

/** What the operator chose; `public/theme-init.js` reads the same key before the first paint. */
export const theme = storedChoice('strata.theme', ['system', 'light', 'dark'])

/** Keeps `data-theme` of the page right when another theme is chosen, or the system's own changes. Called once at the start. */
export function followTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme)
  theme.subscribe(applyTheme)
  applyTheme()
}

function applyTheme(): void {
  const chosen = theme.get()
  const dark = chosen === 'dark' || (chosen === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
