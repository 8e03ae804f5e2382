import { isJsonObject, type JsonValue } from '@strata/json'
import { LRUCache } from 'lru-cache'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { accountDatabase } from './account-database.ts'

const rememberMs = 5000
const rememberedUsers = 2000

/** A user as sessions need it. The document's secrets go no further than sign-in. */
export interface User {
  readonly id: string
  readonly accountId: string
  readonly username: string | undefined
  readonly isEnabled: boolean
  /** `priv_level: admin`. */
  readonly isAdmin: boolean
  readonly signatureSecret: string | undefined
  /** Ids of the credential documents that sign this user in, for users made by Strata. */
  readonly credentials: readonly string[]
  readonly document: StoredDocument
}

/** Reads users from the databases of their accounts. */
export function createUsers(store: Store) {
  const kept = new LRUCache<string, { user: User | undefined }>({ max: rememberedUsers, ttl: rememberMs })
  const keyOf = (accountId: string, userId: string) => `${accountId}/${userId}`
  async function get(accountId: string, userId: string): Promise<User | undefined> {
    const document = await store.database(accountDatabase(accountId)).get(userId)
    const user = document && toUser(document, accountId)
    kept.set(keyOf(accountId, userId), { user })
    return user
  }
  return {
    /** The user as stored at this moment; undefined for anything that is not a user of the account. */
    get,
    /** The same, at most five seconds old: what every request of a session asks. */
    async recent(accountId: string, userId: string): Promise<User | undefined> {
      const entry = kept.get(keyOf(accountId, userId))
      return entry === undefined ? get(accountId, userId) : entry.user
    },
    /** Makes `recent` read again, after a write on this server. */
    forget(accountId: string, userId: string): void {
      kept.delete(keyOf(accountId, userId))
    },
  }
}

/** A user's name as it is stored, and as a password goes with it: however it is typed, it is one name. */
export function normalisedUsername(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase()
}

/** A stored document as a user, unless it is something else or was removed. */
export function toUser(document: StoredDocument, accountId: string): User | undefined {
  const { fields, private: hidden } = document
  if (hidden.type !== 'user' || hidden.deleted === true) return undefined
  return {
    id: document.id,
    accountId,
    username: text(fields.username),
    isEnabled: fields.enabled !== false,
    isAdmin: fields.priv_level === 'admin',
    signatureSecret: text(hidden.signature_secret),
    credentials: credentialsOf(hidden.strata),
    document,
  }
}

/** What Strata notes on a user of its own. */
function credentialsOf(note: JsonValue | undefined): string[] {
  const ids = isJsonObject(note) ? note.credentials : undefined
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
