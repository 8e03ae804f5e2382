import type { JsonObject } from '@strata/json'
import { type LeafOperation, leaves } from '@strata/layered-config'
import { useCallback, useMemo, useState } from 'react'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { type Changes, changesIn } from '../draft/category-draft.ts'
import type { LayersBelow } from '../provenance/use-layers-below.ts'
import type { CategorySearch } from '../routes.ts'
import { indexFields, isNear, searchFields } from './field-index.ts'

interface FilterParts {
  form: FormValidator
  section: string
  search: CategorySearch
  values: JsonObject
  layersBelow: LayersBelow
  changes: Changes
  /** What of the section differs. */
  differing: readonly string[]
}

type Filter = Pick<CategorySearch, 'q' | 'only'>

interface SectionFields {
  readonly form: FormValidator
  readonly values: JsonObject
  readonly inherited: JsonObject
  readonly changes: readonly LeafOperation[]
  readonly differing: readonly string[]
}

/** The fields of a section that a filter finds. */
function foundFields({ form, values, inherited, changes, differing }: SectionFields, { q = '', only }: Filter) {
  const hits = searchFields(indexFields(form, values, inherited), q)
  if (only === undefined) return hits
  const unsaved = changes.map(({ pointer }) => pointer)
  // What is taken away in the draft is overridden as long as that is not saved.
  const near = new Set([
    ...unsaved,
    ...(only === 'differs' ? differing : []),
    ...(only === 'overridden' ? leaves(values).map(({ pointer }) => pointer) : []),
  ])
  return hits.filter((pointer) => isNear(near, pointer))
}

/** Of a filter what leaves a field in sight: its text, its choice, both or neither. */
export function filterShowing(pointer: string, { q, only }: Filter, fields: SectionFields): Filter {
  const shows = (part: Filter) => foundFields(fields, part).some((found) => isNear(new Set([pointer]), found))
  return {
    ...(q !== undefined && shows({ q }) ? { q } : {}),
    ...(only !== undefined && shows({ only }) ? { only } : {}),
  }
}

export interface FieldFilter {
  /** Undefined where everything is in sight. */
  readonly isVisible: ((pointer: string) => boolean) | undefined
  /** How many fields are in sight; undefined without a filter. */
  readonly count: number | undefined
}

/**
 * Which fields the filter leaves in sight.
 * - a field once in sight stays until the filter or the section changes: it must not vanish under the operator's hands
 * - the field that the address asks for is always in sight
 */
export function useFieldFilter(parts: FilterParts): FieldFilter {
  const { form, section, search, values, layersBelow, changes, differing } = parts
  const { q = '', only, key } = search
  const { inherited } = layersBelow
  const isFiltered = q.trim() !== '' || only !== undefined
  const found = useMemo(() => {
    if (!isFiltered) return []
    return foundFields(
      { form, values, inherited, changes: changesIn(changes, section), differing },
      { q, ...(only === undefined ? {} : { only }) },
    )
  }, [isFiltered, form, values, inherited, q, only, changes, section, differing])

  const filter = JSON.stringify([section, q, only])
  const [seen, setSeen] = useState<{ filter: string; pointers: ReadonlySet<string> }>({ filter, pointers: new Set() })
  const kept = seen.filter === filter ? seen.pointers : new Set<string>()
  const isNew = seen.filter !== filter || found.some((pointer) => !kept.has(pointer))
  if (isFiltered && isNew) setSeen({ filter, pointers: new Set([...kept, ...found]) })
  const visible = useMemo(() => new Set([...kept, ...found, ...(key === undefined ? [] : [key])]), [kept, found, key])
  const isVisible = useCallback((pointer: string) => isNear(visible, pointer), [visible])
  return isFiltered ? { isVisible, count: visible.size } : { isVisible: undefined, count: undefined }
}
