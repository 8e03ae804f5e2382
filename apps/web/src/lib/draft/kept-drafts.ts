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
  /** Where it is taken up again; drafts of earlier versions name none. */
  readonly page?: DraftPage
}

export interface DraftPage {
  /** Its address on this server, without a search. */
  readonly path: string
  readonly title: string
}

/** A document of which there is a draft. */
export interface WaitingDraft {
  readonly document: string
  readonly page: DraftPage | undefined
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
 * - of one operator 20 are kept, and none gives way to another: their pages were left without a question
 * - those of others do, and what is too old or cannot be read
 * The caller has taken every secret out of it.
 */
export function keepDraft(key: string, draft: KeptDraft): boolean {
  const text = JSON.stringify({ version: VERSION, ...draft })
  const isKept = text.length <= MOST_CHARACTERS && write(key, text, draft.keptAt)
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

/** Whether what is kept is what was kept at that moment (milliseconds since 1970), not what another tab kept since. */
export function isKeptSince(key: string, keptAt: number): boolean {
  return readKept(key)?.keptAt === keptAt
}

export function forgetDraft(key: string): void {
  try {
    const isThere = localStorage.getItem(key) !== null
    localStorage.removeItem(key)
    if (isThere) tell()
  } catch {
    // Without storage nothing was kept.
  }
}

/** Whether anything is kept for whoever is signed in. */
export function hasDrafts({ account_id, user_id }: Pick<SessionInfo, 'account_id' | 'user_id'>): boolean {
  const begin = beginOf(account_id, user_id)
  try {
    return draftKeys().some((key) => key.startsWith(begin))
  } catch {
    return false
  }
}

/** The documents of which there is a draft for whoever is signed in, the newest draft first. */
export function waitingDrafts({ account_id, user_id }: Pick<SessionInfo, 'account_id' | 'user_id'>): WaitingDraft[] {
  const begin = beginOf(account_id, user_id)
  try {
    return draftKeys()
      .filter((key) => key.startsWith(begin))
      .map((key) => ({ document: String(JSON.parse(`[${key.slice(begin.length)}`)[0]), kept: readKept(key) }))
      .filter(({ kept }) => Date.now() - (kept?.keptAt ?? 0) <= LONGEST_KEPT)
      .sort((a, b) => (b.kept?.keptAt ?? 0) - (a.kept?.keptAt ?? 0))
      .map(({ document, kept }) => ({ document, page: kept?.page }))
  } catch {
    return []
  }
}

const listeners = new Set<() => void>()

/** Calls when there is a draft of another document, or of one no more; also in other tabs. Gives the way to end it. */
export function watchDrafts(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function tell(): void {
  for (const listener of listeners) listener()
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

function write(key: string, text: string, now: number): boolean {
  try {
    if (!makeRoom(key, now)) return false
    const isNew = localStorage.getItem(key) === null
    localStorage.setItem(key, text)
    if (isNew) tell()
    return true
  } catch {
    return false
  }
}

/** Lets go of drafts that nobody comes back to, or of others, the oldest first, where there are too many. Gives whether there is room. */
function makeRoom(key: string, now: number): boolean {
  const others = draftKeys().filter((other) => other !== key)
  const [account, user]: unknown[] = JSON.parse(key.slice(PREFIX.length))
  const own = beginOf(account, user)
  const age = (other: string) => now - (readKept(other)?.keptAt ?? 0)
  const spare = others.filter((other) => !other.startsWith(own) || age(other) > LONGEST_KEPT)
  const tooMany = Math.max(others.length - MOST_DRAFTS + 1, 0)
  for (const old of spare.toSorted((a, b) => age(b) - age(a)).slice(0, tooMany)) localStorage.removeItem(old)
  return spare.length >= tooMany
}

/** What the keys of all drafts of an operator begin with. */
function beginOf(account: unknown, user: unknown): string {
  return `${PREFIX}${JSON.stringify([account, user]).slice(0, -1)},`
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
    read.secrets.every((pointer) => typeof pointer === 'string' && /^(?:\/|$)/.test(pointer)) &&
    (read.page === undefined || isPage(read.page))
  )
}

function isPage(read: unknown): read is DraftPage {
  return (
    isRecord(read) && typeof read.title === 'string' && typeof read.path === 'string' && /^\/(?!\/)/.test(read.path)
  )
}

export function isRecord(read: unknown): read is Record<string, unknown> {
  return typeof read === 'object' && read !== null
}
