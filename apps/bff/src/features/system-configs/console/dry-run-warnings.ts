import type { DryRunWarning } from '@strata/api-types'
import { formatPointer, isJsonObject, parsePointer } from '@strata/json'
import { doubtfulAmount, unitOf, usualAmount } from '@strata/kazoo-schemas'
import {
  isReadByNobody,
  keyOfPlace,
  type LeafOperation,
  type LostLeaf,
  mixedShapes,
  placeOfKey,
  type RuntimeEffect,
  type StoredChange,
} from '@strata/layered-config'
import { parseDottedPath } from '#bff/errors/dotted-path.ts'
import type { Validator } from '#bff/validation/validator.ts'
import type { SectionKeys } from '../configs.ts'
import { checkStoredSection } from '../section-errors.ts'
import type { PlannedChange } from './planned-change.ts'

interface Findings {
  readonly change: PlannedChange
  readonly stored: readonly StoredChange[]
  readonly effects: readonly RuntimeEffect[]
  /** What another client's next write of the whole document drops. */
  readonly lost: readonly LostLeaf[]
  readonly keys: SectionKeys
  readonly validator: Validator
}

/** What somebody should know before a change is stored. */
export function dryRunWarnings(findings: Findings): DryRunWarning[] {
  return [
    ...noNodeAffected(findings),
    ...readByNobody(findings),
    ...kazooCannotShow(findings),
    ...readersCrash(findings),
    ...doubtfulAmounts(findings),
    ...droppedAsInherited(findings.change),
    ...losable(findings),
    ...wrongTypeStored(findings),
    ...zoneUnknown(findings),
  ]
}

/** Only where another layer answers: what nobody reads, and an empty section, have no such layer. */
function noNodeAffected({ effects }: Findings): DryRunWarning[] {
  const isFelt = effects.some(({ groups }) => groups.some(({ unchanged }) => unchanged === undefined))
  return effects.length > 0 && !isFelt ? [{ code: 'no-node-affected' }] : []
}

function readByNobody({ stored }: Findings): DryRunWarning[] {
  return stored.flatMap(({ section, pointer, after }): DryRunWarning[] =>
    after === undefined || !isReadByNobody(section, pointer)
      ? []
      : [{ code: 'read-by-nobody', section, pointer, instead: placeOfKey(section, pointer) }],
  )
}

/** What was mixed before is not what the change does. */
function kazooCannotShow({ change: { category, before, after } }: Findings): DryRunWarning[] {
  const { defaults } = category
  const known = new Set(mixedShapes({ sections: before, defaults }).map((mixed) => JSON.stringify(mixed)))
  return mixedShapes({ sections: after, defaults })
    .filter((mixed) => !known.has(JSON.stringify(mixed)))
    .map((mixed) => ({ code: 'kazoo-cannot-show', ...mixed }))
}

/** A list in the place of an object reads as nothing; anything else that is no object ends the process that reads it. */
function readersCrash({ stored, keys }: Findings): DryRunWarning[] {
  return stored.flatMap(({ section, pointer, after }): DryRunWarning[] => {
    const key = keyOfPlace(section, pointer, keys.isDeclared)
    const isObjectRead = key !== undefined && keys.readsMembers(key)
    const isHarmless = after === undefined || isJsonObject(after) || Array.isArray(after)
    return isObjectRead && !isHarmless ? [{ code: 'readers-crash', section, pointer }] : []
  })
}

/** The same doubt that the form tells at the field. */
function doubtfulAmounts({ stored, keys }: Findings): DryRunWarning[] {
  const schemas = new Map(keys.declared.map(({ pointer, schema }) => [pointer, schema]))
  return stored.flatMap(({ section, pointer, after }): DryRunWarning[] => {
    const key = keyOfPlace(section, pointer, keys.isDeclared)
    const schema = key === undefined ? undefined : schemas.get(key)
    if (key === undefined || schema === undefined || typeof after !== 'number') return []
    const unit = unitOf(parsePointer(key).at(-1) ?? '')
    const doubt = doubtfulAmount(after, schema, unit)
    const usual = usualAmount(schema, unit)
    if (doubt === undefined) return []
    return [{ code: 'doubtful-amount', section, pointer, doubt, ...(usual === undefined ? {} : { usual }) }]
  })
}

function droppedAsInherited({ operations, outcomes }: PlannedChange): DryRunWarning[] {
  return operations.flatMap(({ section, pointer }, index) =>
    outcomes[index] === 'dropped-as-inherited' ? [{ code: 'dropped-as-inherited', section, pointer }] : [],
  )
}

/** What the change sets and another client's next write drops. */
function losable({ change, lost }: Findings): DryRunWarning[] {
  const set = setPlaces(change.operations)
  return lost
    .filter(({ section, pointer }) => isWithin(set, section, pointer))
    .flatMap(({ section, pointer, reason, zones }): DryRunWarning[] => {
      if (reason === 'masked') return [{ code: 'masked-override', section, pointer, zones: [...zones] }]
      return reason === 'schema-default' ? [{ code: 'pin-of-schema-default', section, pointer }] : []
    })
}

/** The change itself was found right, so whatever is wrong in its sections was stored before. */
function wrongTypeStored({ change: { operations, category, after }, validator }: Findings): DryRunWarning[] {
  const sections = [...new Set(operations.map(({ section }) => section))]
  return sections.flatMap((section) => {
    const check = checkStoredSection(
      { ...category, validator },
      { sections: after, defaults: category.defaults },
      section,
    )
    const errors = check.valid ? {} : check.errors
    return Object.entries(errors).flatMap(([path, keywords]) =>
      Object.keys(keywords).map((keyword): DryRunWarning => {
        return { code: 'wrong-type-stored', section, pointer: formatPointer(parseDottedPath(path)), keyword }
      }),
    )
  })
}

function zoneUnknown({ effects }: Findings): DryRunWarning[] {
  const nodes = effects.flatMap(({ groups }) =>
    groups
      .filter(({ zoneIs, unchanged }) => zoneIs === 'supposed' && unchanged === undefined)
      .flatMap((group) => group.nodes),
  )
  return nodes.length === 0 ? [] : [{ code: 'zone-unknown', nodes: [...new Set(nodes)].sort() }]
}

/** Pointers that are set, section first. */
function setPlaces(operations: readonly LeafOperation[]): ReadonlySet<string> {
  return new Set(
    operations.flatMap(({ op, section, pointer }) => (op === 'set' ? [formatPointer([section]) + pointer] : [])),
  )
}

function isWithin(places: ReadonlySet<string>, section: string, pointer: string): boolean {
  const path = formatPointer([section]) + pointer
  return path.split('/').some((_, depth, tokens) => places.has(tokens.slice(0, depth + 1).join('/')))
}
