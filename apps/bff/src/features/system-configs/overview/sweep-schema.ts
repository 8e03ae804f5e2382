import type { SweepFinding } from '@strata/api-types'
import { formatPointer, getAt, isJsonObject, type JsonObject } from '@strata/json'
import { unknownKeys } from '@strata/kazoo-schemas'
import { keyOfPlace, storedChanges, storedConfig } from '@strata/layered-config'
import { parseDottedPath } from '#bff/errors/dotted-path.ts'
import type { Inspection } from '../configs.ts'
import { type LoadedCategory, sectionKeys } from '../loaded-category.ts'
import { checkStoredSection } from '../section-errors.ts'

/** Findings that follow from a category's schema: keys that it does not know, values that it does not take. */
export async function schemaFindings(category: LoadedCategory, inspection: Inspection): Promise<SweepFinding[]> {
  const { schema, isDeclared } = sectionKeys(inspection.configs, category)
  const findings: SweepFinding[] = []
  for (const [section, values] of Object.entries(storedConfig(category.sections))) {
    const unknown = new Set(
      unknownKeys(schema, values).filter((place) => keyOfPlace(section, place, isDeclared) === place),
    )
    await inspection.breathe()
    const wrong = wrongValues(category, section, values, inspection)
    await inspection.breathe()
    for (const pointer of unknown) findings.push(finding({ section, pointer, kind: 'unknown-key' }, values))
    for (const each of wrong) if (!unknown.has(each.pointer)) findings.push(each)
    await inspection.breathe()
  }
  return findings
}

type Finding = Pick<SweepFinding, 'section' | 'pointer' | 'kind'> & Partial<SweepFinding>

function finding(found: Finding, values: JsonObject): SweepFinding {
  const { section, pointer } = found
  const value = getAt(values, pointer)
  return {
    ...found,
    ...(value === undefined ? {} : { value }),
    is_safe: false,
    operations: found.operations ?? [{ section, pointer, op: 'remove' }],
  }
}

function wrongValues(
  category: LoadedCategory,
  section: string,
  values: JsonObject,
  { configs: { validator } }: Inspection,
): SweepFinding[] {
  const check = checkStoredSection({ ...category, validator }, category, section)
  const converted = isJsonObject(check.value) ? check.value : values
  const convertible = storedChanges({ [section]: values }, { [section]: converted }).flatMap(({ pointer, after }) =>
    after === undefined
      ? []
      : [
          finding(
            {
              section,
              pointer,
              kind: 'wrong-type',
              keyword: 'type',
              instead: after,
              operations: [{ section, pointer, op: 'set', value: after, pin: true }],
            },
            values,
          ),
        ],
  )
  return [...convertible, ...refused(check.valid ? {} : check.errors, section, values)]
}

/** One finding a place: a list goes as a whole, and what is missing cannot be removed. */
function refused(errors: Record<string, JsonObject>, section: string, values: JsonObject): SweepFinding[] {
  const places = new Map<string, string>()
  for (const [path, keywords] of Object.entries(errors)) {
    const pointer = outsideLists(values, parseDottedPath(path))
    const [keyword] = Object.keys(keywords)
    if (pointer !== '' && getAt(values, pointer) !== undefined && keyword !== undefined) places.set(pointer, keyword)
  }
  return [...places].map(([pointer, keyword]) => finding({ section, pointer, kind: 'wrong-type', keyword }, values))
}

/** The pointer of a path, or of the list that it leads into. */
function outsideLists(values: JsonObject, path: readonly string[]): string {
  const prefixes = path.map((_, depth) => formatPointer(path.slice(0, depth + 1)))
  return prefixes.find((pointer) => Array.isArray(getAt(values, pointer))) ?? formatPointer(path)
}
