import type { RouteDecision, RouteEntry, RouteLayer, RoutePart, StorageClass, StorageRoute } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import {
  alternativesIn,
  attachmentPath,
  type Decided,
  ignoredBefore5,
  type KazooVersion,
  layeredStorage,
  type NamedEntry,
  type PlanClass,
  plainSettings,
  type RoutedBackEnd,
  resolveRoute,
  type StorageLayer,
  sampleDocument,
  targetOf,
  type UndecidedRule,
} from '@strata/storage-plan'

/** Where documents and their files go, as much as is told of it. */
export interface RouteAnswer
  extends Pick<
    StorageRoute,
    'consulted' | 'connection' | 'back_end' | 'undecided' | 'copies' | 'ignored' | 'problems'
  > {
  readonly layers: readonly Pick<RouteLayer, 'layer' | 'name'>[]
}

/** An answer that KAZOO's rules decide. */
export interface DecidedAnswer extends RouteAnswer {
  readonly connection: NonNullable<RouteAnswer['connection']>
}

export function isDecided(answer: RouteAnswer): answer is DecidedAnswer {
  return answer.connection !== null
}

interface LocalQuestion {
  readonly planClass: PlanClass
  readonly type: string | undefined
  readonly month: string
  readonly version: KazooVersion
}

/** Stands for the account whose documents a plan, or the system, is asked about. */
const sampleAccount = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'

/**
 * The answer as far as the browser can tell it: for documents of whatever account follows a plan, or the system.
 * - settings of back-ends that a layer below defines are not known here: then the place has no address, and nothing is
 *   said of what it may lack
 */
export function answerHere(
  layers: readonly StorageLayer[],
  { month, version, ...question }: LocalQuestion,
): Omit<RouteAnswer, 'layers'> {
  const storage = layeredStorage(layers)
  const route = resolveRoute(storage, question)
  const { consulted, connection, backEnd } = route
  const own = layers.at(-1)?.name
  const sample = sampleDocument(question, { accountId: sampleAccount, userId: undefined, month })
  const others =
    version === '5' ? alternativesIn(storage, circumstancesOf(question.planClass, month))(route) : undefined
  const isUndecided = others !== undefined && others.undecided.length > 0
  return {
    consulted:
      consulted === undefined
        ? null
        : { class: consulted.planClass satisfies StorageClass, type: consulted.type ?? null },
    connection: isUndecided
      ? null
      : {
          id: told(connection.id),
          name: toldIf(connection.name),
          host: toldIf(connection.host),
          port: toldIf(connection.port),
        },
    back_end: isUndecided || backEnd === undefined ? null : toldBackEnd(backEnd, attachmentSample(backEnd, sample)),
    undecided: (others?.undecided ?? []).map(toldRule),
    copies: (others?.copies ?? []).map(toldEntry),
    ignored: version === '4.3' ? ignoredBefore5(storage, route) : [],
    problems: [...route.problems, ...(others?.problems ?? [])]
      .filter(({ kind, layer }) => kind !== 'incomplete-back-end' || layer === own)
      .map(({ layer, ...problem }) => ({ ...problem, layer: layer ?? null })),
  }
}

/** Whose databases they are is not known here, so that no name can be tried on a pattern. */
function circumstancesOf(planClass: PlanClass, month: string) {
  return { month: planClass === 'modb' ? month : undefined, names: [], matchesName: () => undefined }
}

function toldRule({ condition, isCertain, connection, backEnd }: UndecidedRule): StorageRoute['undecided'][number] {
  return {
    condition: condition ?? null,
    is_certain: isCertain,
    connection: connection === undefined ? null : toldEntry(connection),
    back_end: backEnd === undefined ? null : toldEntry(backEnd),
  }
}

function toldEntry({ id, name, by }: NamedEntry): RouteEntry {
  return { id, name: name ?? null, by: by ?? null }
}

function attachmentSample(backEnd: RoutedBackEnd, sample: Parameters<typeof attachmentPath>[2]) {
  const [handler, settings] = [backEnd.handler?.value ?? '', plainSettings(backEnd)]
  const { method, url, hostHeader, path, isNameless, place } = targetOf(
    handler,
    settings,
    attachmentPath(handler, settings, sample),
  )
  return {
    method: method ?? null,
    url: url ?? null,
    host_header: hostHeader ?? null,
    path,
    is_nameless: isNameless,
    place: { ...place },
  }
}

function toldBackEnd(backEnd: RoutedBackEnd, target: ReturnType<typeof attachmentSample>): StorageRoute['back_end'] {
  const settings = Object.entries(backEnd.settings()).map(
    ([key, part]) => [key, { ...told(part), is_withheld: false }] as const,
  )
  return {
    id: told(backEnd.id),
    handler: toldIf(backEnd.handler),
    name: toldIf(backEnd.name),
    mode: told(backEnd.mode),
    params: toldIf<JsonObject>(backEnd.params),
    settings: Object.fromEntries(settings),
    target,
  }
}

function told<Value extends JsonValue>({ value, by }: Decided<Value>): RoutePart<Value> {
  return { value, by: (by ?? null) satisfies RouteDecision | null }
}

function toldIf<Value extends JsonValue>(part: Decided<Value> | undefined): RoutePart<Value> | null {
  return part === undefined ? null : told(part)
}
