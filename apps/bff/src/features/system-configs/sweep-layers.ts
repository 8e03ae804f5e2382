import type { SweepFinding, SweepKind } from '@strata/api-types'
import {
  nearDuplicates,
  type Override,
  pinsOfSchemaDefaults,
  promote,
  promotions,
  type ReadCategory,
  redundantOverrides,
  sectionKind,
} from '@strata/layered-config'
import type { LoadedCategory } from './loaded-category.ts'
import type { SweepParts } from './sweep.ts'

/** Findings that follow from what the layers of a category say: no schema but for its defaults is asked. */
export function layerFindings({ sections, defaults }: LoadedCategory, { keys, nodes }: SweepParts): SweepFinding[] {
  const category: ReadCategory = { sections, defaults, nodes, readsMembers: keys.readsMembers }
  return [
    ...redundantOverrides(category).map((override) => removal('equal-to-inherited', override, true)),
    ...pinsOfSchemaDefaults(category).map((override) => removal('pin', override, false)),
    ...unknownNodes(category),
    ...promotable(category),
    ...oddOnes(category),
  ]
}

function removal(kind: SweepKind, { section, pointer, value }: Override, isSafe: boolean): SweepFinding {
  return { kind, section, pointer, value, is_safe: isSafe, operations: [{ section, pointer, op: 'remove' }] }
}

/** Where no node is known, every one may be there. */
function unknownNodes({ sections, nodes }: ReadCategory): SweepFinding[] {
  const known = new Set(nodes.map(({ name }) => name))
  return Object.keys(sections)
    .filter((section) => known.size > 0 && sectionKind(section) === 'node' && !known.has(section))
    .map((section) => ({
      kind: 'unknown-node',
      section,
      pointer: '',
      is_safe: false,
      operations: [{ section, pointer: '', op: 'remove' }],
    }))
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
