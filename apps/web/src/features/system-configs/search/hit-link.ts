import { placeOfKey } from '@strata/layered-config'
import type { CategorySearch } from '../routes.ts'
import type { SearchEntry, Setting } from './search-entry.ts'

/** For `toCategory`. */
type CategoryLink = [category: string, search: CategorySearch]

/** A section of a category. */
export interface OpenSection {
  readonly category: string
  readonly section: string
}

/** A stored value in the editor, in the section that stores it. */
export function settingLink({ category }: SearchEntry, { section, pointer }: Place): CategoryLink {
  return [category, { ...(section === 'default' ? {} : { section }), key: pointer }]
}

type Place = Pick<Setting, 'section' | 'pointer'>

/**
 * Where a setting leads that names no section.
 * - to the section that is open where that is one of its category, else to `default`
 * - what no schema declares has no row where it neither is stored nor inherited: it leads to where it is stored
 */
export function landing({ category, pointer, isDeclared, settings }: SearchEntry, open?: OpenSection): Place {
  const section = open?.category === category ? open.section : 'default'
  const stored = settings.find((setting) => setting.section === section)
  const [first] = settings
  if (stored === undefined && first !== undefined && !isDeclared && first.section !== 'default') return first
  return { section, pointer: stored?.pointer ?? placeOfKey(section, pointer) }
}
