/** What the address of a search says. */
export interface SettingsSearch {
  q?: string
}

/** Reads the search of an address. */
export function readSettingsSearch({ q }: Record<string, unknown>): SettingsSearch {
  return typeof q === 'string' && q !== '' ? { q } : {}
}

/** Link to the settings that a text finds. */
export function toSearch(text: string) {
  return { to: '/search', search: text.trim() === '' ? {} : { q: text } } as const
}
