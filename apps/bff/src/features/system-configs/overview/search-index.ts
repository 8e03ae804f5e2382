import type { FindingMark, IndexedCategory, IndexedKey, IndexedLeaf, LeafMark } from '@strata/api-types'
import { type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { type DeclaredKey, humanise, isConfigSecret } from '@strata/kazoo-schemas'
import { type Leaf, leaves, type Override, redundantOverrides, storedConfig } from '@strata/layered-config'
import { forEachInSteps } from '#bff/scheduling/breathe.ts'
import type { Inspection } from '../configs.ts'
import { type LoadedCategory, sectionKeys } from '../loaded-category.ts'
import { shownLeaf } from '../secrets.ts'
import { schemaFindings } from './sweep-schema.ts'
import { type UnknownSection, unknownSections } from './unknown-sections.ts'

/** Characters of a value's JSON. */
const maxShown = 200

/** What a search across categories looks through in one of them. */
export async function indexedCategory(category: LoadedCategory, inspection: Inspection): Promise<IndexedCategory> {
  const { name, document } = category
  return {
    id: name,
    title: humanise(name),
    revision: document?.revision ?? null,
    keys: sectionKeys(inspection.configs, category).declared.map(indexedKey),
    ...(document === undefined ? { sections: {} } : await indexedSections(category, inspection)),
  }
}

async function indexedSections(
  category: LoadedCategory,
  inspection: Inspection,
): Promise<Pick<IndexedCategory, 'sections' | 'findings'>> {
  const marked = await markedPlaces(category, inspection)
  const sections: [string, IndexedLeaf[]][] = []
  for (const [section, values] of Object.entries(storedConfig(category.sections))) {
    sections.push([
      section,
      await indexedLeaves(section, values, (pointer) => marksOf(marked, section, pointer), inspection),
    ])
  }
  const unknown = unknownSections(category.sections, inspection.nodes)
  const ofKind = (wanted: UnknownSection['kind']) => unknown.filter(({ kind }) => kind === wanted).length
  const counts: Record<FindingMark, number> = {
    noise: marked.noise.size,
    invalid: marked.invalid.size,
    'unknown-node': ofKind('unknown-node'),
    'unknown-zone': ofKind('unknown-zone'),
  }
  const findings = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
  return {
    sections: Object.fromEntries(sections),
    ...(Object.keys(findings).length === 0 ? {} : { findings }),
  }
}

function indexedKey({ pointer, schema }: DeclaredKey): IndexedKey {
  const tokens = parsePointer(pointer)
  const { title, description, type } = schema
  return {
    pointer,
    ...(typeof title === 'string' && title !== humanise(tokens.at(-1) ?? '') ? { title } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    type: typeof type === 'string' ? type : Array.isArray(type) ? type.join('|') : '',
    // The empty text stands where a credential would be.
    ...(isConfigSecret(['default', ...tokens], '') ? { secret: true } : {}),
  }
}

async function indexedLeaves(
  section: string,
  values: JsonObject,
  marksOf: (pointer: string) => LeafMark[],
  { configs, actor, breathe }: Inspection,
): Promise<IndexedLeaf[]> {
  const indexed: IndexedLeaf[] = []
  const index = ({ pointer, value }: Leaf) => {
    const shown = cut(shownLeaf(configs, actor, value, [section, ...parsePointer(pointer)]))
    indexed.push([pointer, shown, ...marksOf(pointer)])
  }
  await forEachInSteps(leaves(values), index, breathe)
  await breathe()
  return indexed
}

type MarkedPlaces = Record<LeafMark, ReadonlySet<string>>

/** Where the sweep finds what is marked. */
async function markedPlaces(category: LoadedCategory, inspection: Inspection): Promise<MarkedPlaces> {
  const { configs, nodes, breathe } = inspection
  const redundant: Override[] = []
  for (const found of redundantOverrides({ ...category, ...sectionKeys(configs, category), nodes })) {
    redundant.push(...found)
    await breathe()
  }
  const invalid = (await schemaFindings(category, inspection)).filter(({ kind }) => kind === 'wrong-type')
  await breathe()
  return { noise: placesOf(redundant), invalid: placesOf(invalid) }
}

/** The marks of a leaf: what the sweep says of an object holds for the leaves inside. */
function marksOf(marked: MarkedPlaces, section: string, pointer: string): LeafMark[] {
  const around = pointer.split('/').map((_, index, tokens) => place(section, tokens.slice(0, index + 1).join('/')))
  return marks.filter((mark) => around.some((each) => marked[mark].has(each)))
}

const marks: readonly LeafMark[] = ['noise', 'invalid']

function placesOf(found: readonly { section: string; pointer: string }[]): ReadonlySet<string> {
  return new Set(found.map(({ section, pointer }) => place(section, pointer)))
}

function place(section: string, pointer: string): string {
  return `${section}\n${pointer}`
}

function cut(value: JsonValue): JsonValue {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length <= maxShown ? value : `${text.slice(0, maxShown)}…`
}
