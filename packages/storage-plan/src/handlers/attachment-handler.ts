import type { JsonObject, JsonValue } from '@strata/json'

/** What one of KAZOO's attachment handlers makes of its settings. */
export interface AttachmentHandler {
  /** The settings that it cannot do without, or that are given most: a form asks for them first, in this order. */
  readonly asked: readonly string[]
  /** Settings that it reads although its schema does not know them. */
  readonly unschemed?: readonly string[]
  /** Settings that say which server its requests, and the secrets in them, go to. */
  readonly address: readonly string[]
  /** Its credentials: they are looked at for nothing that is shown. `isStorageSecret` hides them in documents. */
  readonly secrets: readonly string[]
  /** Settings that a person knows the place by. */
  readonly place: readonly string[]
  /** Its `field_list` where the settings have none. */
  readonly defaultFields: readonly JsonObject[]
  /** What it does where other settings of its own are not set, by their names. */
  readonly whenUnset?: (settings: JsonObject) => JsonObject
  /** Where it sends a file that has a path. Secrets are not among the settings. */
  readonly send: (settings: JsonObject, path: string) => Sending
  /** Whether it stores a file that the settings give no name: where the address is that of the file. */
  readonly takesNameless?: boolean
}

/** A request that stores a file. */
export interface Sending {
  readonly method: 'PUT' | 'POST'
  /** Undefined where the settings do not say enough. */
  readonly url: string | undefined
  /** Where it differs from the host of the address. */
  readonly hostHeader?: string | undefined
  /** Where the file lies in its place, if elsewhere than at the path. */
  readonly path?: string
  /** What the place is known by besides the settings that name it. */
  readonly place?: Readonly<Record<string, string>>
}

/** How most handlers name a file: by the ids of its document and its own. */
export const idAndName: JsonObject = { group: [{ arg: 'id' }, { const: '_' }, { arg: 'attachment' }] }

/** The settings that name an OAuth document, to sign in by. */
export const signIn = ['oauth_doc_id', 'oauth_app_id'] as const

export function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string'
}
