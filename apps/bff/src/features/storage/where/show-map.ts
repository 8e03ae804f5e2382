import type { RouteRow, StorageRouteMap } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { withAddressesMasked } from '@strata/kazoo-schemas'
import {
  type Alternatives,
  alternativesIn,
  answerDatabase,
  answerPart,
  answerProblem,
  type Decided,
  danglingReferences,
  definedEntries,
  documentTypes,
  type KazooVersion,
  type LayeredStorage,
  type PlanClass,
  planClasses,
  type RouteView,
  resolveRoute,
  type StorageRoute,
  unusedEntries,
} from '@strata/storage-plan'
import type { Breathe } from '#bff/scheduling/breathe.ts'
import { shownName } from './route-view.ts'

/** How many types of a class are told: plans have a dozen, and each row repeats what its class says. */
const mostTypes = 100
const longestText = 256

/** What KAZOO 5 may do otherwise than a route says. */
type AlternativesOf = (route: StorageRoute) => Alternatives

/** Where everything goes: each class with its types, and what there is to send them to. Others are served between rows. */
export async function showMap(storage: LayeredStorage, version: KazooVersion, view: RouteView, breathe: Breathe) {
  const { merged } = storage
  const alternativesOf = version === '5' ? alternativesIn(storage, anyDatabase) : undefined
  const entries = definedEntries(storage)
  const listed = <Shown>(map: 'attachments' | 'connections', show: (entry: JsonObject) => Shown) =>
    Object.fromEntries(
      entries
        .filter((entry) => entry.map === map)
        .map(({ id, layer }) => [id, { ...show(objectAt(merged[map], id)), layer }] as const),
    )
  const classes: Awaited<ReturnType<typeof showClass>>[] = []
  for (const planClass of planClasses) classes.push(await showClass(storage, planClass, alternativesOf, view, breathe))
  const dangling = danglingReferences(storage, version).map(answerProblem)
  await breathe()
  const unused = unusedEntries(storage, version).map(({ map, id, layer }) => ({ map, id, layer }))
  await breathe()
  return {
    classes,
    back_ends: listed('attachments', ({ name, handler }) => ({ name: shownName(name), handler: shownName(handler) })),
    connections: listed('connections', ({ name }) => ({ name: shownName(name) })),
    dangling,
    unused,
  } satisfies Omit<StorageRouteMap, 'account' | 'user' | 'layers' | 'truncated'>
}

async function showClass(
  storage: LayeredStorage,
  planClass: PlanClass,
  alternativesOf: AlternativesOf | undefined,
  view: RouteView,
  breathe: Breathe,
) {
  const everythingElse = resolveRoute(storage, { planClass, type: undefined })
  const consulted = everythingElse.consulted?.planClass ?? planClass
  const types = consulted === planClass ? documentTypes(storage, planClass) : []
  const shown = types.slice(0, mostTypes)
  const rows: ReturnType<typeof showRow>[] = []
  for (const type of [...shown, undefined]) {
    rows.push(showRow(resolveRoute(storage, { planClass, type }), type, alternativesOf))
    await breathe()
  }
  return {
    class: planClass,
    consulted,
    database: answerDatabase(everythingElse.database, view),
    rows,
    more: types.length - shown.length,
  }
}

function showRow(route: StorageRoute, type: string | undefined, alternativesOf: AlternativesOf | undefined) {
  const others = alternativesOf?.(route)
  const undecided = others?.undecided.length ?? 0
  return {
    type: type ?? null,
    ...(undecided > 0 ? nothingDecided : decidedParts(route)),
    undecided,
    problems: [...route.problems, ...(others?.problems ?? [])].map(({ kind }) => kind),
  } satisfies RouteRow
}

/** The map is about every month and every name. */
const anyDatabase = { month: undefined, names: [], matchesName: () => undefined }

const nothingDecided = { connection: null, back_end: null, mode: null, folder: null }

function decidedParts({ connection, backEnd }: StorageRoute) {
  const folder = backEnd?.setting('folder_path')
  return {
    connection: answerPart(shortened(connection.id)),
    back_end: backEnd === undefined ? null : answerPart(shortened(backEnd.id)),
    mode: backEnd === undefined ? null : answerPart(backEnd.mode),
    folder: isTextPart(folder) ? answerPart(shortened(folder)) : null,
  }
}

function isTextPart(part: Decided | undefined): part is Decided<string> {
  return typeof part?.value === 'string'
}

/** Rows repeat what their class says, so that a text which can only be a mistake must not be told at full length. */
function shortened({ value: whole, by }: Decided<string>): Decided<string> {
  const value = withAddressesMasked(whole)
  return { value: value.length > longestText ? `${value.slice(0, longestText)}…` : value, by }
}

function objectAt(value: JsonValue | undefined, key: string): JsonObject {
  const child = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return isJsonObject(child) ? child : {}
}
