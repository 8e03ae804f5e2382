import type { RouteDecision, RouteLayer, RoutePart, StorageClass, StorageRoute } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import {
  attachmentPath,
  type Decided,
  layeredStorage,
  type PlanClass,
  plainSettings,
  type RoutedBackEnd,
  resolveRoute,
  type StorageLayer,
  sampleDocument,
  targetOf,
} from '@strata/storage-plan'

/** Where documents and their files go, as much as is told of it. */
export interface RouteAnswer extends Pick<StorageRoute, 'consulted' | 'connection' | 'back_end' | 'problems'> {
  readonly layers: readonly Pick<RouteLayer, 'layer' | 'name'>[]
}

interface LocalQuestion {
  readonly planClass: PlanClass
  readonly type: string | undefined
  readonly month: string
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
  { month, ...question }: LocalQuestion,
): Omit<RouteAnswer, 'layers'> {
  const { consulted, connection, backEnd, problems } = resolveRoute(layeredStorage(layers), question)
  const own = layers.at(-1)?.name
  const sample = sampleDocument(question, { accountId: sampleAccount, userId: undefined, month })
  return {
    consulted:
      consulted === undefined
        ? null
        : { class: consulted.planClass satisfies StorageClass, type: consulted.type ?? null },
    connection: {
      id: told(connection.id),
      name: toldIf(connection.name),
      host: toldIf(connection.host),
      port: toldIf(connection.port),
    },
    back_end: backEnd === undefined ? null : toldBackEnd(backEnd, attachmentSample(backEnd, sample)),
    problems: problems
      .filter(({ kind, layer }) => kind !== 'incomplete-back-end' || layer === own)
      .map(({ layer, ...problem }) => ({ ...problem, layer: layer ?? null })),
  }
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
