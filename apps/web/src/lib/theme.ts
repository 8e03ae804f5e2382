import { useSyncExternalStore } from 'react'

export type ThemePreference = 'light' | 'dark' | 'system'

/** `public/theme-init.js` reads the same key before the first paint. */
const STORAGE_KEY = 'strata.theme'

const listeners = new Set<() => void>()
let preference = readPreference()

/** The theme the operator chose, and a way to choose another; kept in this browser. */
export function useTheme(): { preference: ThemePreference; setPreference: (next: ThemePreference) => void } {
  return { preference: useSyncExternalStore(subscribe, () => preference), setPreference }
}

/** Keeps `data-theme` right when the system's own theme changes. Called once at the start. */
export function followSystemTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyTheme)
  applyTheme()
}

function setPreference(next: ThemePreference): void {
  preference = next
  try {
    localStorage.setItem(STORAGE_KEY, next)
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  applyTheme()
  for (const listener of listeners) listener()
}

function applyTheme(): void {
  const dark = preference === 'dark' || (preference === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

function readPreference(): ThemePreference {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
