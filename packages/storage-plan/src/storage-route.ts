import type { JsonObject, JsonValue } from '@strata/json'
import type { Decided } from './decide.ts'
import type { PlanClass, PlanRule } from './plan-rule.ts'
import type { StorageLayerName } from './storage-layer.ts'

/** Where documents of one kind and their files go, and who decided each part of it. */
export interface StorageRoute {
  /** The rule that was looked for; undefined for databases that no plan moves. */
  readonly consulted: PlanRule<PlanClass> | undefined
  /** Where the documents go. */
  readonly connection: RoutedConnection
  /** Where their files go; undefined: they stay with the documents. */
  readonly backEnd: RoutedBackEnd | undefined
  /** How the databases of the class are made, and which of them the class's rule is for. */
  readonly database: {
    readonly createOptions: Decided<JsonObject> | undefined
    readonly names: Decided<string[]> | undefined
  }
  /** What KAZOO would fail on. */
  readonly problems: readonly RouteProblem[]
}

/** Another CouchDB, or `local`: the cluster's own. */
export interface RoutedConnection {
  readonly id: Decided<string>
  readonly name: Decided<string> | undefined
  readonly host: Decided<string> | undefined
  readonly port: Decided<number> | undefined
}

export interface RoutedBackEnd {
  readonly id: Decided<string>
  /** Undefined where the layers do not define the back-end. */
  readonly handler: Decided<string> | undefined
  readonly name: Decided<string> | undefined
  /** `external`: files go to the back-end only; `stub`: CouchDB keeps them too. */
  readonly mode: Decided<'external' | 'stub'>
  /** The rule's own settings, as a whole. */
  readonly params: Decided<JsonObject> | undefined
  /** One of the back-end's settings, with the rule's `params` over them; the others are not looked at for it. */
  setting(key: string): Decided | undefined
  /** All of them, key by key. Secrets are among them. */
  settings(): Readonly<Record<string, Decided>>
}

export interface RouteProblem {
  /**
   * - `undefined-back-end`, `undefined-connection`: no layer defines what a rule names
   * - `incomplete-back-end`: it lacks its handler or its settings (empty ones vanish when layers are merged)
   * - `no-plan`: the layers took the whole class out of the plan, or its rule is not for this database
   * - `account-not-found`: by the name of the database KAZOO does not find the account's own plan
   */
  readonly kind:
    | 'undefined-back-end'
    | 'undefined-connection'
    | 'incomplete-back-end'
    | 'no-plan'
    | 'no-types'
    | 'account-not-found'
  /** The back-end, connection, class or account that it is about. */
  readonly id: string
  /** Where it is wrong: the rule that names something, the key that is missing. */
  readonly pointer: string
  /** Whose document to mend; undefined where no layer says anything. */
  readonly layer: StorageLayerName | undefined
}

/** The plain settings of a back-end, as its handler gets them. Secrets are among them. */
export function plainSettings(backEnd: RoutedBackEnd): JsonObject {
  return Object.fromEntries(
    Object.entries(backEnd.settings()).map(([key, { value }]): [string, JsonValue] => [key, value]),
  )
}
