import type { JsonObject, JsonValue } from '@strata/json'
import type {
  Decider,
  PlanClass,
  RouteProblem as PlanProblem,
  RuleCondition,
  StorageLayerName,
} from '@strata/storage-plan'

/** A document that was heard. */
export interface RouteLayer {
  layer: StorageLayerName
  /** Of the account, user or plan. */
  name: string
  /** The draft that was sent, in the place of what is stored. */
  is_draft: boolean
}

/** A value that holds; `by` is null where no document says anything. */
export interface RoutePart<Value extends JsonValue> {
  value: Value
  by: Decider | null
}

export interface RouteProblem {
  kind: PlanProblem['kind']
  /** The back-end, connection, class or account that it is about. */
  id: string
  pointer: string
  layer: StorageLayerName | null
}

/** Where the file of the sample goes. Holds no secret: what a handler would send of one is left out or reads `…`. */
export interface RouteTarget {
  method: 'PUT' | 'POST' | null
  url: string | null
  /** What the `Host` header says where it is not the host of the address: a bucket of S3 that is told by name. */
  host_header: string | null
  path: string | null
  /** Whether the settings give the file no name at all, so that no node can store it. */
  is_nameless: boolean
  /**
   * What the place is known by, by the setting's name: `bucket`, `region`, `host`, `container`, … Of S3 with a host of
   * its own `signing_region`, which the name of the host decides, stands for `region`.
   */
  place: Record<string, string>
}

export interface RoutedBackEnd {
  id: RoutePart<string>
  handler: RoutePart<string> | null
  name: RoutePart<string> | null
  /** `stub`: CouchDB keeps the files too. */
  mode: RoutePart<'external' | 'stub'>
  params: RoutePart<JsonObject> | null
  /**
   * The back-end's settings with `params` over them. Secrets always read as markers, `key` of every handler among them;
   * of a document that the caller may not read the values are withheld.
   */
  settings: Record<string, RoutePart<JsonValue> & { is_withheld: boolean }>
  target: RouteTarget
}

/** A back-end or connection that a rule names; `by` is null for what holds where no document says anything. */
export interface RouteEntry {
  id: string
  name: string | null
  by: Decider | null
}

/** A rule of KAZOO 5 that may hold. */
export interface UndecidedRule {
  /**
   * Months (`range`: `YYYYMM-YYYYMM`) or names of databases (`regex`: a pattern) that it is for; null: the plain rule,
   * for whatever the others are not.
   */
  condition: RuleCondition | null
  /** The question is known to be about such a month or name; else it may be. */
  is_certain: boolean
  /** Null: the rule names none. */
  connection: RouteEntry | null
  back_end: RouteEntry | null
}

/** Where documents of a type and their files go. */
export interface StorageRoute {
  /** The rule that KAZOO looks at; null for databases that no plan moves. */
  consulted: { class: PlanClass; type: string | null } | null
  connection: {
    id: RoutePart<string>
    name: RoutePart<string> | null
    host: RoutePart<string> | null
    port: RoutePart<number> | null
  } | null
  /** Null: files stay in the document's database, or nothing is decided. */
  back_end: RoutedBackEnd | null
  /**
   * Rules that KAZOO 5 decides between; how is not known. Where there are any, `connection` and `back_end` are null, as
   * neither is decided.
   */
  undecided: UndecidedRule[]
  /** Connections that changes are copied to (KAZOO 5). */
  copies: RouteEntry[]
  /** Parts of the plan that the answer goes by and nodes of KAZOO 4.3 ignore; none where the store is another's. */
  ignored: Decider[]
  database: { create_options: RoutePart<JsonObject> | null; names: RoutePart<string[]> | null }
  /** What KAZOO would fail on. */
  problems: RouteProblem[]
  /** The document that the target is shown for. */
  sample: { account_id: string | null; database: string; id: string; attachment: string; fields: JsonObject }
}

/** Of answers about storage documents. */
export interface ToldInPart {
  /** Documents that hold more than they may are told in part: the rules that they have, and those that are told. */
  truncated: { rules: number; shown: number } | null
}

/**
 * `GET /console/accounts/{id}/storage/route?class=&type=[&user=][&month=]`; without `type`: what has no rule of its own.
 * `month` (`YYYYMM`, else the present one) is that of the database, which rules of KAZOO 5 may go by.
 * `POST` with `StorageDraft` answers as if the draft were stored.
 */
export interface AccountStorageRoute extends StorageRoute, ToldInPart {
  account: { id: string; name: string }
  user: { id: string; name: string } | null
  layers: RouteLayer[]
  asked: { class: PlanClass; type: string | null }
}

/** `data` of the two `POST`s. */
export interface StorageDraft {
  draft: JsonObject
  /** Whose document it is: the user's when one is asked about, else the account's. */
  draft_of?: 'account' | 'user'
}

/** `GET /console/storage/route?database=&type=`; without `type`: the database as a whole. */
export interface DatabaseStorageRoute extends StorageRoute, ToldInPart {
  account: { id: string; name: string } | null
  layers: RouteLayer[]
  asked: { database: string; class: string; type: string | null }
  /** Other connections that documents of single types go to. */
  others: string[]
}

/** A row of the routing table. Names of back-ends and connections are in the map's lists. */
export interface RouteRow {
  /** Null: everything else. */
  type: string | null
  /** Null: see `undecided`. */
  connection: RoutePart<string> | null
  back_end: RoutePart<string> | null
  /** How many rules KAZOO 5 decides between, as `undecided` of a route: with any, nothing of the row is decided. */
  undecided: number
  mode: RoutePart<'external' | 'stub'> | null
  folder: RoutePart<string> | null
  problems: RouteProblem['kind'][]
}

/** `GET` and `POST /console/accounts/{id}/storage/routes[?user=]`: every class and type at once. */
export interface StorageRouteMap extends ToldInPart {
  account: { id: string; name: string }
  user: { id: string; name: string } | null
  layers: RouteLayer[]
  classes: {
    class: PlanClass
    /** Another class where this one has no plan. */
    consulted: PlanClass
    database: StorageRoute['database']
    rows: RouteRow[]
    /** Types with a rule beyond those that are told. */
    more: number
  }[]
  back_ends: Record<string, { name: string | null; handler: string | null; layer: StorageLayerName }>
  connections: Record<string, { name: string | null; layer: StorageLayerName }>
  /** Rules that name something undefined. */
  dangling: RouteProblem[]
  /** What no rule names. */
  unused: { map: 'attachments' | 'connections'; id: string; layer: StorageLayerName }[]
}
