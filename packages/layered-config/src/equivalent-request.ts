import { deepEqual, getAt, isJsonObject, type JsonObject, type JsonValue, setAt } from '@strata/json'
import { type Category, objectSections, sectionValues, storedConfig } from './category.ts'
import { documentDifference, patchedDocument, patchedSection, sectionDifference } from './config-writes.ts'
import { isBranch } from './leaf.ts'
import { type StoredChange, storedChanges } from './stored-changes.ts'

/** A request of KAZOO's API on a category, and what it leaves stored. */
export interface EquivalentRequest {
  readonly method: 'PATCH' | 'POST' | 'DELETE'
  /** Undefined: the whole document. */
  readonly section: string | undefined
  /** Undefined for DELETE. */
  readonly data: JsonObject | undefined
  /** The sections that are stored after it. */
  readonly sections: JsonObject
}

/**
 * The request of KAZOO's API that comes closest to turning a category into `after`, the smallest such.
 * - closest: it stores most of the leaves that change as asked, and then leaves most of the others as they are. What it
 *   cannot do shows in `sections`
 * - of several as close: PATCH, POST or DELETE of the one section that changes, PATCH of the document, POST of it
 * Undefined where nothing changes. Comes in steps, as each looks at whole documents: others can be served in between.
 */
export function* equivalentRequest(
  category: Category,
  after: JsonObject,
): Generator<undefined, EquivalentRequest | undefined> {
  const changes = storedChanges(category.sections, after)
  if (changes.length === 0) return undefined
  yield
  const ofSection = yield* closest(sectionRequests(category, after, changes), after, changes)
  // A request of the section alone touches no other: where it does what was asked, no other does it better.
  if (ofSection?.misses[0] === 0) return ofSection.request
  const ofDocument = yield* closest(documentRequests(category, after, changes), after, changes)
  return ofDocument !== undefined && (ofSection === undefined || isLess(ofDocument.misses, ofSection.misses))
    ? ofDocument.request
    : ofSection?.request
}

interface Judged {
  readonly request: EquivalentRequest
  readonly misses: Misses
}

function* closest(
  requests: Iterable<EquivalentRequest>,
  after: JsonObject,
  changes: readonly StoredChange[],
): Generator<undefined, Judged | undefined> {
  let best: Judged | undefined
  for (const request of requests) {
    yield
    const misses = missesOf(request, after, changes)
    if (best === undefined || isLess(misses, best.misses)) best = { request, misses }
    yield
  }
  return best
}

/** Leaves that change and are not stored as asked; leaves that are not stored as asked. */
type Misses = readonly [changed: number, all: number]

function missesOf({ sections }: EquivalentRequest, after: JsonObject, changes: readonly StoredChange[]): Misses {
  const changed = changes.filter((change) => !deepEqual(storedAt(sections, change), storedAt(after, change)))
  const all = storedChanges(after, sections).filter(({ pointer, before }) => pointer !== '' || before !== undefined)
  return [changed.length, all.length]
}

function isLess(a: Misses, b: Misses): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
}

function sectionRequests(category: Category, after: JsonObject, changes: readonly StoredChange[]): EquivalentRequest[] {
  const [section, ...more] = new Set(changes.map((change) => change.section))
  if (section === undefined || more.length > 0) return []
  const stored = storedConfig(category.sections)
  const { [section]: _, ...without } = stored
  if (!Object.hasOwn(after, section)) {
    return isBranch(stored[section]) ? [{ method: 'DELETE', section, data: undefined, sections: without }] : []
  }
  const request = (method: 'PATCH' | 'POST', data: JsonObject, values: JsonObject): EquivalentRequest => ({
    method,
    section,
    data,
    sections: { ...stored, [section]: sectionDifference(category, section, values) },
  })
  const patch = sectionValues(patchOf(changes), section)
  const values = sectionValues(after, section)
  return [request('PATCH', patch, patchedSection(category, section, patch)), request('POST', values, values)]
}

function* documentRequests(
  category: Category,
  after: JsonObject,
  changes: readonly StoredChange[],
): Generator<EquivalentRequest> {
  const request = (method: 'PATCH' | 'POST', data: JsonObject, sections: JsonObject): EquivalentRequest => ({
    method,
    section: undefined,
    data,
    sections: documentDifference({ defaults: category.defaults, sections }),
  })
  const patch = patchOf(changes)
  yield request('PATCH', patch, patchedDocument({ ...category, sections: storedConfig(category.sections) }, patch))
  const whole = objectSections(after)
  yield request('POST', whole, whole)
}

/** What is gone is `null`, unless something else is stored there now. */
function patchOf(changes: readonly StoredChange[]): JsonObject {
  const ordered = [...changes].sort((a, b) => Number(a.after !== undefined) - Number(b.after !== undefined))
  const patch = new Map<string, JsonValue>()
  for (const { section, pointer, after } of ordered) {
    const known = patch.get(section)
    // Without leaves now, but with some before: their nulls say so already.
    if (pointer === '' && after !== undefined && known !== undefined) continue
    patch.set(section, setAt(isJsonObject(known) ? known : {}, pointer, after ?? null))
  }
  return Object.fromEntries(patch)
}

function storedAt(sections: JsonObject, { section, pointer }: StoredChange): JsonValue | undefined {
  return getAt(Object.hasOwn(sections, section) ? sections[section] : undefined, pointer)
}
