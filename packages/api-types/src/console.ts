import type { JsonObject, JsonValue } from '@strata/json'
import type { StorageLayerName } from '@strata/storage-plan'
import type { NodeCounts } from './dry-run.ts'
import type { ToldInPart } from './storage-routes.ts'

/** What a redacted secret reads as. Written back as it was read, it means that the secret is kept. */
export interface SecretMarker {
  $secret: 'set'
  /** 12 hex digits, the same for the same secret. */
  fingerprint: string
  /**
   * Of an address: itself, with `•••` for user information and for each value of its query. Written back with another
   * path, or other parameters, what still reads `•••` is kept; that takes the same scheme, host and port.
   */
  shown?: string
}

/** `data` of `POST /console/session`: a name and its password, or a token that KAZOO issued. */
export type SessionRequest = { account_name: string; username: string; password: string } | { token: string }

/** `GET /console/session` */
export interface SessionInfo {
  account_id: string
  account_name: string
  user_id: string | null
  username: string | null
  is_superduper_admin: boolean
  is_reseller: boolean
  is_account_admin: boolean
  /** Send as `X-CSRF-Token` with every write. */
  csrf_token: string
  expires_at: string
  /** Why nothing can be written, when nothing can. */
  read_only: string | null
  store: 'embedded' | 'couchdb'
  /** Host and port of the CouchDB, for superduper admins; null for others and for the embedded store. */
  store_address: string | null
  origin: 'strata' | 'kazoo'
  /** Which KAZOO the store counts as: its own schemas say, else the server's configuration. */
  kazoo_version: '4.3' | '5'
  version: string
}

/** `GET /console/system_configs`: one row per category, stored or known only by its schema, sorted by id. */
export interface CategorySummary {
  id: string
  title: string
  stored: boolean
  has_schema: boolean
  /** Keys the schema declares at its top level. */
  keys: number
  /** Sections that set anything, `default` among them; of zones and of nodes those that do. */
  sections: number
  zones: number
  nodes: number
  /** Leaves stored in all sections. */
  overrides: number
  /** When the document was stored last, as it says itself; null where it does not, or there is none. */
  modified: string | null
}

/** `GET /console/system_configs/{id}` and the answer to a write. */
export interface CategoryDetail {
  id: string
  title: string
  /** Of the stored document; null when nothing is stored. Base of the next write. */
  revision: string | null
  schema_revision: string | null
  /** Sections as stored. Secrets are redacted. */
  sections: Record<string, JsonObject>
  /** KAZOO's computed schema defaults of a section. */
  defaults: JsonObject
  /** How many other versions CouchDB keeps of the document; absent where there is none. */
  conflicts?: number
}

/** One leaf of one section. The empty pointer is the whole section. */
export type LeafOperation =
  | {
      section: string
      pointer: string
      op: 'set'
      value: JsonValue /** Keep although it equals what is inherited. */
      pin?: boolean
    }
  | { section: string; pointer: string; op: 'remove' }

/** `data` of `POST /console/system_configs/{id}` */
export interface CategoryWrite {
  /** Null when nothing was stored. Another revision answers 409. */
  base_revision: string | null
  operations: LeafOperation[]
}

/**
 * How to take back what a write stored: a write of these operations on the revision that it gave. Whatever tells of
 * changes made earlier tells the way back from them in this shape.
 */
export type WayBack = {
  /** Secrets in them are markers of those still stored. */
  operations: LeafOperation[]
  /**
   * What they cannot bring back:
   * - `secret`: a secret that was replaced or cleared, or what holds one; it never leaves the server
   * - `no-section`: it was not part of any section
   */
  lost: { section: string; pointer: string; reason: 'secret' | 'no-section' }[]
}

/** What a write of a category came to. */
export type SavedChange = {
  /** Leaves that were added, changed or removed. */
  leaves: number
  /** Who reads something else; absent where that is too much to work out. */
  nodes?: NodeCounts
  way_back: WayBack
}

/** The answer to `POST /console/system_configs/{id}`. */
export interface CategorySaved extends CategoryDetail {
  saved: SavedChange
}

/** `GET /console/schemas/{id}/form`: a self-contained draft-07 schema and what the form needs beside it. */
export interface FormSchema {
  id: string
  /** Changes whenever the schema does. */
  revision: string
  schema: JsonObject
  defaults: JsonObject
  /** ES module whose default export takes a `require` and gives the compiled validators. */
  validator_url: string
}

/** `GET /console/accounts?search=&limit=` */
export interface AccountHit {
  id: string
  name: string
  realm: string
  /** Names of its ancestors within the caller's reach, topmost first. */
  path: string[]
  is_reseller: boolean
  has_storage: boolean
}

/** `GET /console/storage`: accounts (and the system) with a storage document, within the caller's reach. */
export interface StorageListItem {
  id: string
  name: string
  scope: 'system' | 'account'
  attachments: number
  connections: number
}

/** `GET /console/accounts/{id}/storage/inherited[?user=]`: what the layers above define, by the layer's name. */
export interface InheritedStorage extends ToldInPart {
  layers: {
    layer: StorageLayerName
    name: string
    attachments: Record<string, { name: string | null; handler: string }>
    connections: Record<string, { name: string | null }>
    plan: JsonObject
  }[]
}

/** `GET /console/storage/settings` */
export interface StorageSettings {
  /** Whether `validate_settings=false` saves back-ends without a test of them. */
  may_save_untested: boolean
}
