import { formatPointer, getAt, isJsonObject } from '@strata/json'
import {
  alternativesIn,
  documentTypes,
  type KazooVersion,
  layeredStorage,
  type NamedEntry,
  type PlanClass,
  type PlanRule,
  type RuleCondition,
  resolveRoute,
  rulePointer,
  type StorageLayer,
  type StorageLayerName,
  type StorageRoute,
  storageLimits,
  type UndecidedRule,
  untypedClasses,
  unusedEntries,
} from '@strata/storage-plan'
import type { EntryMap } from '../document/document-parts.ts'
import { type OfferedEntry, offeredEntries } from '../entries/offered-entries.ts'

/** A document has two parts that go somewhere: itself, by a connection, and its files, to a back-end. */
export type MapPart = 'files' | 'documents'

/** Where one part goes. */
export interface MapEdge {
  readonly part: MapPart
  /** That of the rule which decides: of a type without a word of its own it is its class's. */
  readonly id: string
  /** Key of the place. */
  readonly to: string
  /** Whether the rule of the class decides, for want of one of the type's own. */
  readonly isByClass: boolean
  /** Undefined where no layer says anything. */
  readonly layer: StorageLayerName | undefined
  /** The document that is edited decides. */
  readonly isOwn: boolean
  /** No layer defines the place. */
  readonly isDangling: boolean
  /** Of a rule of KAZOO 5 that may hold instead; undefined for the plain one. */
  readonly condition: RuleCondition | undefined
}

export interface MapRow {
  readonly rule: PlanRule
  readonly key: string
  /** That of the files, that of the documents, then those of rules that may hold instead. */
  readonly edges: readonly MapEdge[]
}

export interface MapClass {
  readonly planClass: PlanClass
  /** Types first; whatever has no rule of its own last. */
  readonly rows: readonly MapRow[]
  /** Nodes crash on its databases. */
  readonly isCrashing: boolean
  /** Types beyond those that have a row: no document may have so many, but some that are older do. */
  readonly more: number
}

export interface MapPlace {
  readonly key: string
  readonly part: MapPart
  /** Undefined: files stay in CouchDB, beside their documents. */
  readonly id: string | undefined
  /** Undefined where no layer defines it. */
  readonly entry: OfferedEntry | undefined
  /**
   * - `unused`: no rule of any class names it
   * - `elsewhere`: rules name it, but none of the classes that are shown
   */
  readonly state: 'used' | 'unused' | 'elsewhere' | 'undefined'
}

export interface RoutingMap {
  readonly classes: readonly MapClass[]
  /** In the order that crosses the fewest edges; what is not used comes last. */
  readonly places: readonly MapPlace[]
}

const mapOf: Readonly<Record<MapPart, EntryMap>> = { files: 'attachments', documents: 'connections' }

/** Where everything in some classes of databases goes when `layers`, lowest first, decide together. */
export function routingMap(
  layers: readonly StorageLayer[],
  planClasses: readonly MapClass['planClass'][],
  version: KazooVersion,
): RoutingMap {
  const heard = layeredStorage(layers)
  const own = layers.at(-1)?.name
  const crashing = untypedClasses(heard).map(({ id }) => id)
  const alternativesOf = version === '5' ? alternativesIn(heard, anyDatabase) : undefined
  const classes = planClasses.map((planClass) => {
    const types = documentTypes(heard, planClass)
    const shown = types.slice(0, storageLimits.types)
    const rows = [...shown, undefined].map((type) => {
      const rule = { planClass, type }
      const route = resolveRoute(heard, rule)
      const others = alternativesOf?.(route).undecided ?? []
      return {
        rule,
        key: rulePointer(rule),
        edges: [...plainEdges(route, rule, own), ...conditionalEdges(others, rule, layers)],
      }
    })
    const isCrashing = crashing.includes(planClass)
    return { planClass, isCrashing, rows, more: types.length - shown.length }
  })
  return { classes, places: placesOf(classes, layers, version) }
}

/** The map is about every month and every name. */
const anyDatabase = { month: undefined, names: [], matchesName: () => undefined }

function plainEdges(route: StorageRoute, rule: PlanRule, own: StorageLayerName | undefined): MapEdge[] {
  const { connection, backEnd, problems } = route
  const edge = (
    part: MapPart,
    id: string | undefined,
    by: { layer: StorageLayerName; level: string } | undefined,
  ): MapEdge => {
    const isByClass = rule.type !== undefined && by?.level !== 'type'
    const problem = part === 'files' ? 'undefined-back-end' : 'undefined-connection'
    return {
      part,
      id: `${part} ${rulePointer(isByClass ? { ...rule, type: undefined } : rule)}`,
      to: placeKey(part, id),
      isByClass,
      layer: by?.layer,
      isOwn: by !== undefined && by.layer === own,
      isDangling: problems.some(({ kind }) => kind === problem),
      condition: undefined,
    }
  }
  return [edge('files', backEnd?.id.value, backEnd?.id.by), edge('documents', connection.id.value, connection.id.by)]
}

function conditionalEdges(rules: readonly UndecidedRule[], rule: PlanRule, layers: readonly StorageLayer[]): MapEdge[] {
  const own = layers.at(-1)?.name
  return rules.flatMap(({ condition, backEnd, connection }) => {
    const edge = (part: MapPart, entry: NamedEntry | undefined): MapEdge[] => {
      if (condition === undefined || entry?.by === undefined) return []
      const { pointer, layer, level } = entry.by
      return [
        {
          part,
          id: `${part} ${pointer}`,
          to: placeKey(part, entry.id),
          isByClass: rule.type !== undefined && level !== 'type',
          layer,
          isOwn: layer === own,
          isDangling: !layers.some(({ values }) => isJsonObject(getAt(values, formatPointer([mapOf[part], entry.id])))),
          condition,
        },
      ]
    }
    return [...edge('files', backEnd), ...edge('documents', connection)]
  })
}

function placesOf(classes: readonly MapClass[], layers: readonly StorageLayer[], version: KazooVersion): MapPlace[] {
  const edges = classes.flatMap(({ rows }) => rows.flatMap((row) => row.edges))
  return (['files', 'documents'] as const).flatMap((part) => {
    const unused = unusedEntries(layeredStorage(layers), version).filter(({ map }) => map === mapOf[part])
    const offered = offeredEntries(layers, mapOf[part])
    const named = edges.filter((edge) => edge.part === part).map(({ to }) => to)
    const place = (id: string | undefined, entry: OfferedEntry | undefined): MapPlace => {
      const key = placeKey(part, id)
      const isMissing = id !== undefined && entry === undefined
      const isUnused = unused.some((other) => other.id === id)
      const state = isMissing ? 'undefined' : named.includes(key) ? 'used' : isUnused ? 'unused' : 'elsewhere'
      return { key, part, id, entry, state }
    }
    const missing = edges.flatMap((edge) => (edge.part === part && edge.isDangling ? [edge.to] : []))
    return [
      ...(part === 'files' ? [place(undefined, undefined)] : []),
      ...offered.map((entry) => place(entry.id, entry)),
      ...[...new Set(missing)].map((key) => place(key.slice(part.length + 1), undefined)),
    ].toSorted((one, other) => heightOf(one, named) - heightOf(other, named))
  })
}

/** Where on the map the edges to a place begin, on average. */
function heightOf({ key, state }: MapPlace, named: readonly string[]): number {
  const rows = named.flatMap((to, row) => (to === key ? [row] : []))
  if (rows.length > 0) return rows.reduce((sum, row) => sum + row, 0) / rows.length
  return state === 'elsewhere' ? named.length : named.length + 1
}

function placeKey(part: MapPart, id: string | undefined): string {
  return id === undefined ? part : `${part}:${id}`
}
