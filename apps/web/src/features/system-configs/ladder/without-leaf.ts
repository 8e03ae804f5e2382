import { applyLeafOperations, type Category, readPointer } from '@strata/layered-config'
import { sectionValues } from '../draft/section-values.ts'
import { keyIn, type Scope, sectionsBelow } from './scope.ts'

/**
 * What the readers of a section would read from if it did not set a leaf: the sections of one category, fewer of them.
 * - without the last leaf of an object that is read whole, another layer answers for all of it
 */
export function withoutLeaf({
  category,
  scope,
  pointer,
}: {
  category: Category
  scope: Pick<Scope, 'section' | 'kind' | 'zones' | 'readsMembers' | 'isDeclared'>
  pointer: string
}): Category {
  const { section, readsMembers } = scope
  const below = sectionsBelow(scope)
  const key = keyIn(scope, pointer)
  if (readPointer(key, readsMembers) === key) return onlySections(category, below)
  const own = onlySections(category, [section, ...below])
  return { ...own, sections: applyLeafOperations(own, [{ section, pointer, op: 'remove' }]).sections }
}

function onlySections({ sections, defaults }: Category, names: readonly string[]): Category {
  return { defaults, sections: Object.fromEntries(names.map((name) => [name, sectionValues(sections, name)])) }
}
