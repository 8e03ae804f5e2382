import type { CategorySearch } from '../routes.ts'
import type { Setting } from './search-entry.ts'
import type { SearchHit } from './search-hit.ts'

/** Where a hit leads: its key in the editor, in the first section that it is about. For `toCategory`. */
export function hitLink(
  { entry, settings }: SearchHit,
  setting: Pick<Setting, 'section' | 'pointer'> = settings[0] ?? { section: 'default', pointer: entry.pointer },
): [category: string, search: CategorySearch] {
  const { section, pointer } = setting
  return [entry.category, { ...(section === 'default' ? {} : { section }), key: pointer }]
}
