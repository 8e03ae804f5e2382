import type { SweepFinding, SweepKind, SweptCategory } from '@strata/api-types'
import { deepEqual, getAt, type JsonValue, parsePointer } from '@strata/json'
import {
  emptySections,
  isReadByNobody,
  leaves,
  mixedShapes,
  nearDuplicates,
  type Override,
  pinsOfSchemaDefaults,
  promote,
  promotions,
  type ReadCategory,
  redundantOverrides,
  sectionValues,
} from '@strata/layered-config'
import type { Inspection } from '../configs.ts'
import { type LoadedCategory, sectionKeys } from '../loaded-category.ts'
import { shownLeaf } from '../secrets.ts'
import { schemaFindings } from './sweep-schema.ts'
import { unknownSections } from './unknown-sections.ts'

const maxFindings = 1000

/** What could be tidied in a category. */
export async function sweptCategory(
  category: LoadedCategory,
  revision: string,
  inspection: Inspection,
): Promise<SweptCategory> {
  const findings = [...(await layerFindings(category, inspection)), ...(await schemaFindings(category, inspection))]
    .filter((finding) => !setsHiddenSecret(finding, inspection))
    .map((finding) => shown(finding, inspection))
  return {
    category: category.name,
    revision,
    findings: findings.slice(0, maxFindings),
    left_out: Math.max(0, findings.length - maxFindings),
  }
}

/** A secret that is hidden cannot be set elsewhere by what reads in its place. */
function setsHiddenSecret({ operations }: SweepFinding, inspection: Inspection): boolean {
  return operations.some(
    (operation) =>
      operation.op === 'set' &&
      !deepEqual(show(operation.value, operation.section, operation.pointer, inspection), operation.value),
  )
}

function shown(finding: SweepFinding, inspection: Inspection): SweepFinding {
  const { value, section, pointer } = finding
  return value === undefined ? finding : { ...finding, value: show(value, section, pointer, inspection) }
}

function show(value: JsonValue, section: string, pointer: string, { configs, actor }: Inspection): JsonValue {
  return shownLeaf(configs, actor, value, [section, ...parsePointer(pointer)])
}

/** Findings that follow from what the layers of a category say: no schema but for its defaults is asked. */
async function layerFindings(loaded: LoadedCategory, { configs, nodes, breathe }: Inspection): Promise<SweepFinding[]> {
  const { sections, defaults } = loaded
  const { readsMembers, isDeclared } = sectionKeys(configs, loaded)
  const category: ReadCategory = { sections, defaults, nodes, readsMembers, isDeclared }
  const findings: SweepFinding[] = []
  for (const found of redundantOverrides(category)) {
    findings.push(...found.map((override) => removal('equal-to-inherited', override, true)))
    await breathe()
  }
  for (const found of pinsOfSchemaDefaults(category)) {
    findings.push(...found.map((override) => removal('pin', override, false)))
    await breathe()
  }
  for (const find of [unread, mixed, unknown, empty, promotable, oddOnes]) {
    findings.push(...find(category))
    await breathe()
  }
  return findings
}

function removal(kind: SweepKind, { section, pointer, value }: Override, isSafe: boolean): SweepFinding {
  return { kind, section, pointer, value, is_safe: isSafe, operations: [{ section, pointer, op: 'remove' }] }
}

function unread({ sections }: ReadCategory): SweepFinding[] {
  return leaves(sectionValues(sections, 'default'))
    .filter(({ pointer }) => isReadByNobody('default', pointer))
    .map((leaf) => removal('unread', { section: 'default', ...leaf }, true))
}

/** Which of the two is meant, only a person knows. */
function mixed(category: ReadCategory): SweepFinding[] {
  return mixedShapes(category).map(({ section, pointer }) => {
    const value = getAt(sectionValues(category.sections, section), pointer)
    return {
      kind: 'mixed-shape',
      section,
      pointer,
      ...(value === undefined ? {} : { value }),
      is_safe: false,
      operations: [],
    }
  })
}

function unknown({ sections, nodes }: ReadCategory): SweepFinding[] {
  return unknownSections(sections, nodes).map(({ section, kind }) => sectionRemoval(kind, section, false))
}

/** Whoever's they are: a section that says nothing is the same to every node as none. */
function empty({ sections }: ReadCategory): SweepFinding[] {
  return emptySections(sections).map((section) => sectionRemoval('empty-section', section, true))
}

function sectionRemoval(kind: SweepKind, section: string, isSafe: boolean): SweepFinding {
  return { kind, section, pointer: '', is_safe: isSafe, operations: [{ section, pointer: '', op: 'remove' }] }
}

function promotable(category: ReadCategory): SweepFinding[] {
  return promotions(category).map((promotion) => ({
    kind: 'promotable',
    section: promotion.zone,
    pointer: promotion.pointer,
    value: promotion.value,
    nodes: [...promotion.nodes],
    is_safe: false,
    operations: promote(promotion),
  }))
}

function oddOnes(category: ReadCategory): SweepFinding[] {
  return nearDuplicates(category).map(({ node: section, pointer, value, usual, usualNodes }) => ({
    kind: 'near-duplicate',
    section,
    pointer,
    value,
    nodes: [...usualNodes],
    instead: usual,
    is_safe: false,
    operations: [{ section, pointer, op: 'set', value: usual, pin: true }],
  }))
}
