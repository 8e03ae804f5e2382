import type { SessionInfo } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'

/** Unsaved changes of one document, as this browser keeps them; what they are is the document's own affair. */
export interface KeptDraft {
  /** Of the stored document that they were made against. */
  readonly revision: string | null
  /** Milliseconds since 1970. */
  readonly keptAt: number
  /** Pointers to where secrets were typed: their values are not kept. */
  readonly secrets: readonly string[]
}

const PREFIX = 'strata.draft.'
/** Of the form that drafts are written in; those of another are forgotten. */
const VERSION = 1
const MOST_DRAFTS = 20
const MOST_CHARACTERS = 200_000
const LONGEST_KEPT = 30 * 24 * 60 * 60 * 1000

/** What a document's draft is kept under: nobody finds the drafts of another user. */
export function draftKey({ account_id, user_id }: Pick<SessionInfo, 'account_id' | 'user_id'>, document: string) {
  return PREFIX + JSON.stringify([account_id, user_id, document])
}

/**
 * Keeps a draft in place of an earlier one. Gives whether it could: it must not be too large, and there must be room.
 * - of more than 20 drafts the oldest go
 * The caller has taken every secret out of it.
 */
export function keepDraft(key: string, draft: KeptDraft): boolean {
  const text = JSON.stringify({ version: VERSION, ...draft })
  const isKept = text.length <= MOST_CHARACTERS && write(key, text)
  // What was kept before is not the draft any more.
  if (!isKept) forgetDraft(key)
  return isKept
}

/** What was kept, unless it is too old or not to be understood. */
export function readDraft<Draft extends KeptDraft>(
  key: string,
  now: number,
  isDraft: (read: Record<string, unknown>) => read is Record<string, unknown> & Draft,
): Draft | undefined {
  const read = readKept(key)
  return read !== undefined && now - read.keptAt <= LONGEST_KEPT && isDraft(read) ? read : undefined
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Without storage nothing was kept.
  }
}

/** Whether anything is kept for whoever is signed in. */
export function hasDrafts({ account_id, user_id }: Pick<SessionInfo, 'account_id' | 'user_id'>): boolean {
  const own = PREFIX + JSON.stringify([account_id, user_id]).slice(0, -1)
  try {
    return draftKeys().some((key) => key.startsWith(`${own},`))
  } catch {
    return false
  }
}

/** Of whomever: called when somebody signs out. */
export function forgetDrafts(): void {
  try {
    for (const key of draftKeys()) localStorage.removeItem(key)
  } catch {
    // Without storage nothing was kept.
  }
}

/** A value with nothing in place of what stands for a stored secret, but for what was typed into an address that is shown. */
export function withoutMarkers(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value, (_, part: JsonValue) => (isSecretMarker(part) ? (part.shown ?? null) : part)))
}

function draftKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
}

function write(key: string, text: string): boolean {
  try {
    makeRoom(key)
    localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/** Lets the oldest of the other drafts go, where there are too many; what cannot be read is the oldest. */
function makeRoom(key: string): void {
  const others = draftKeys().filter((other) => other !== key)
  if (others.length < MOST_DRAFTS) return
  const age = (other: string) => readKept(other)?.keptAt ?? 0
  const newestFirst = others.toSorted((a, b) => age(b) - age(a))
  for (const old of newestFirst.slice(MOST_DRAFTS - 1)) localStorage.removeItem(old)
}

function readKept(key: string): (Record<string, unknown> & KeptDraft) | undefined {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isKept(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isKept(read: unknown): read is Record<string, unknown> & KeptDraft {
  return (
    isRecord(read) &&
    read.version === VERSION &&
    (read.revision === null || typeof read.revision === 'string') &&
    typeof read.keptAt === 'number' &&
    Array.isArray(read.secrets) &&
    read.secrets.every((pointer) => typeof pointer === 'string' && /^(?:\/|$)/.test(pointer))
  )
}

export function isRecord(read: unknown): read is Record<string, unknown> {
  return typeof read === 'object' && read !== null
}
