import type { JsonObject, JsonValue } from '@strata/json'
import { type AttachmentDocument, attachmentPath } from './attachment-path.ts'
import type { RouteCircumstances } from './condition-holds.ts'
import { alternativesIn, type NamedEntry, type UndecidedRule } from './conditional-routes.ts'
import type { Decided } from './decide.ts'
import { ignoredBefore5 } from './ignored-parts.ts'
import type { KazooVersion } from './kazoo-version.ts'
import type { LayeredStorage } from './layered-storage.ts'
import type { StorageLayerName } from './storage-layer.ts'
import type { RoutedBackEnd, RouteProblem, StorageRoute } from './storage-route.ts'
import { targetOf } from './target.ts'

/** What of a route may be told whom. */
export interface RouteView {
  /** A name, a host or a handler: somebody may have written an address with a password into it. */
  readonly text: (value: string) => string
  /** One of a back-end's settings, or of a rule's `params` for it, without secrets. */
  readonly setting: (backEnd: string, key: string, value: JsonValue) => JsonValue
  /** How databases are made, without secrets. */
  readonly options: (value: JsonObject) => JsonObject
  /** Whether the settings that a layer's document gives a back-end are not for whoever asks. */
  readonly isWithheld: (layer: StorageLayerName) => boolean
}

interface AnsweredRoute {
  readonly storage: LayeredStorage
  readonly route: StorageRoute
  /** The document that the target is shown for. */
  readonly sample: AttachmentDocument
  readonly circumstances: RouteCircumstances
  readonly version: KazooVersion
}

/**
 * A route as the API tells it, with the path and address that a document's file gets.
 * - KAZOO 5: rules by month and name that may hold, beside the plain one, with nothing decided between them; copies
 * - KAZOO 4.3: the parts of the plan that its nodes ignore
 * - nothing is told but by way of the view; the target is made of the settings as they are shown
 */
export function routeAnswer({ storage, route, sample, circumstances, version }: AnsweredRoute, view: RouteView) {
  const { consulted, connection, backEnd, database, problems } = route
  const others = version === '5' ? alternativesIn(storage, circumstances)(route) : undefined
  const isDecided = others === undefined || others.undecided.length === 0
  const { accountId = null, ...document } = sample
  return {
    consulted: consulted === undefined ? null : { class: consulted.planClass, type: consulted.type ?? null },
    connection: isDecided ? answerConnection(connection, view) : null,
    back_end: isDecided && backEnd !== undefined ? answerBackEnd(backEnd, sample, view) : null,
    undecided: (others?.undecided ?? []).map((rule) => answerRule(rule, view)),
    copies: (others?.copies ?? []).map((entry) => answerEntry(entry, view)),
    ignored: version === '4.3' ? ignoredBefore5(storage, route).map((by) => ({ ...by })) : [],
    database: answerDatabase(database, view),
    problems: [...problems, ...(others?.problems ?? [])].map(answerProblem),
    sample: { account_id: accountId, ...document },
  }
}

/** A decided value. */
export function answerPart<Value extends JsonValue>({ value, by }: Decided<Value>) {
  return { value, by: by === undefined ? null : { ...by } }
}

export function answerProblem({ kind, id, pointer, layer }: RouteProblem) {
  return { kind, id, pointer, layer: layer ?? null }
}

export function answerDatabase({ createOptions, names }: StorageRoute['database'], { options }: RouteView) {
  return {
    create_options:
      createOptions === undefined ? null : answerPart({ ...createOptions, value: options(createOptions.value) }),
    names: answerOptional(names),
  }
}

function answerConnection({ id, name, host, port }: StorageRoute['connection'], view: RouteView) {
  return {
    id: answerPart(id),
    name: answerText(name, view),
    host: answerText(host, view),
    port: answerOptional(port),
  }
}

function answerBackEnd(backEnd: RoutedBackEnd, sample: AttachmentDocument, view: RouteView) {
  const { id, handler, name, mode, params } = backEnd
  const shown = (key: string, value: JsonValue) => view.setting(id.value, key, value)
  const settings = backEnd.settings()
  return {
    id: answerPart(id),
    handler: answerText(handler, view),
    name: answerText(name, view),
    mode: answerPart(mode),
    params: params === undefined ? null : answerPart({ value: mapValues(params.value, shown), by: params.by }),
    settings: mapValues(settings, (key, part) => {
      // What a rule says of a back-end is part of the plan, which whoever asks may know.
      const isWithheld = part.by?.level === 'entry' && view.isWithheld(part.by.layer)
      return { ...answerPart({ ...part, value: isWithheld ? null : shown(key, part.value) }), is_withheld: isWithheld }
    }),
    target: answerTarget(
      handler?.value ?? '',
      mapValues(settings, (key, { value }) => shown(key, value)),
      sample,
    ),
  }
}

/** Told whoever defines the back-end: it is what was asked for. */
function answerTarget(handler: string, settings: JsonObject, sample: AttachmentDocument) {
  const target = targetOf(handler, settings, attachmentPath(handler, settings, sample))
  return {
    method: target.method ?? null,
    url: target.url ?? null,
    host_header: target.hostHeader ?? null,
    is_nameless: target.isNameless,
    path: target.path,
    place: { ...target.place },
  }
}

function answerRule({ condition, isCertain, connection, backEnd }: UndecidedRule, view: RouteView) {
  return {
    condition: condition === undefined ? null : { ...condition },
    is_certain: isCertain,
    connection: connection === undefined ? null : answerEntry(connection, view),
    back_end: backEnd === undefined ? null : answerEntry(backEnd, view),
  }
}

function answerEntry({ id, name, by }: NamedEntry, { text }: RouteView) {
  return { id, name: name === undefined ? null : text(name), by: by === undefined ? null : { ...by } }
}

function answerText(part: Decided<string> | undefined, { text }: RouteView) {
  return part === undefined ? null : answerPart({ ...part, value: text(part.value) })
}

function answerOptional<Value extends JsonValue>(part: Decided<Value> | undefined) {
  return part === undefined ? null : answerPart(part)
}

function mapValues<Value, Mapped>(
  values: Readonly<Record<string, Value>>,
  map: (key: string, value: Value) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(key, value)]))
}
