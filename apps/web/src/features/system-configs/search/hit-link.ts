import type { CategorySearch } from '../routes.ts'
import type { Setting } from './search-entry.ts'
import type { SearchHit } from './search-hit.ts'

/** Where a hit leads: its key in the editor, in the first section that it is about. For `toCategory`. */
export function hitLink(
  { entry, settings }: SearchHit,
  section: Setting['section'] = settings[0]?.section ?? 'default',
): [category: string, search: CategorySearch] {
  return [entry.category, { ...(section === 'default' ? {} : { section }), key: entry.pointer }]
}
