import type { SessionInfo } from '@strata/api-types'
import { formatPointer, isJsonObject, type JsonValue, setAt } from '@strata/json'
import { isConfigSecret, secretLeaves } from '@strata/kazoo-schemas'
import { isSecretMarker, type LeafOperation } from '@strata/layered-config'

/** A leaf of a section. */
export interface LeafPlace {
  readonly section: string
  readonly pointer: string
}

/** Unsaved changes of one category, as this browser keeps them. */
export interface KeptDraft {
  /** Of the stored document that they were made against. */
  readonly revision: string | null
  /** Milliseconds since 1970. */
  readonly keptAt: number
  readonly operations: readonly LeafOperation[]
  /** Where secrets were typed: their values are not kept. */
  readonly secrets: readonly LeafPlace[]
}

const PREFIX = 'strata.draft.'
/** Of the form that drafts are written in; those of another are forgotten. */
const VERSION = 1
const MOST_DRAFTS = 20
const MOST_CHARACTERS = 200_000
const LONGEST_KEPT = 30 * 24 * 60 * 60 * 1000

/** What a draft is kept under: nobody finds the drafts of another user. */
export function draftKey({ account_id, user_id }: Pick<SessionInfo, 'account_id' | 'user_id'>, category: string) {
  return PREFIX + JSON.stringify([account_id, user_id, category])
}

/** The operations that hold no secret, and the places of those that do. */
export function withoutSecrets(operations: readonly LeafOperation[]): Pick<KeptDraft, 'operations' | 'secrets'> {
  const secret = operations.filter(holdsSecret)
  return {
    operations: operations.filter((operation) => !secret.includes(operation)),
    secrets: secret.map(({ section, pointer }) => ({ section, pointer })),
  }
}

/**
 * Keeps a draft in place of an earlier one. Gives whether it could: it must not be too large, and there must be room.
 * - of more than 20 drafts the oldest go
 */
export function keepDraft(key: string, draft: KeptDraft): boolean {
  const text = JSON.stringify({ version: VERSION, ...draft })
  const isKept = text.length <= MOST_CHARACTERS && write(key, text)
  // What was kept before is not the draft any more.
  if (!isKept) forgetDraft(key)
  return isKept
}

/** What was kept, unless it is too old or not to be understood. */
export function keptDraft(key: string, now: number): KeptDraft | undefined {
  const draft = readDraft(key)
  return draft !== undefined && now - draft.keptAt <= LONGEST_KEPT ? draft : undefined
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Without storage nothing was kept.
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

function holdsSecret(operation: LeafOperation): boolean {
  if (operation.op === 'remove') return false
  const pointer = formatPointer([operation.section]) + operation.pointer
  const document = setAt({}, pointer, withoutMarkers(operation.value))
  return isJsonObject(document) && secretLeaves(document, isConfigSecret).length > 0
}

/** What stands for a secret is none, but for what was typed into an address that is shown. */
function withoutMarkers(value: JsonValue): JsonValue {
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
  const age = (other: string) => readDraft(other)?.keptAt ?? 0
  const newestFirst = others.toSorted((a, b) => age(b) - age(a))
  for (const old of newestFirst.slice(MOST_DRAFTS - 1)) localStorage.removeItem(old)
}

function readDraft(key: string): KeptDraft | undefined {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isKeptDraft(read) ? read : undefined
  } catch {
    return undefined
  }
}

function isKeptDraft(read: unknown): read is KeptDraft {
  return (
    isRecord(read) &&
    read.version === VERSION &&
    (read.revision === null || typeof read.revision === 'string') &&
    typeof read.keptAt === 'number' &&
    Array.isArray(read.operations) &&
    read.operations.every(isOperation) &&
    Array.isArray(read.secrets) &&
    read.secrets.every(isPlace)
  )
}

function isOperation(read: unknown): boolean {
  return isPlace(read) && (read.op === 'remove' || (read.op === 'set' && read.value !== undefined))
}

function isPlace(read: unknown): read is Record<string, unknown> {
  return (
    isRecord(read) &&
    typeof read.section === 'string' &&
    typeof read.pointer === 'string' &&
    /^(?:\/|$)/.test(read.pointer)
  )
}

function isRecord(read: unknown): read is Record<string, unknown> {
  return typeof read === 'object' && read !== null
}
