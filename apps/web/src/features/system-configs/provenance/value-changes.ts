import { deepEqual, getAt, type JsonObject, type JsonValue } from '@strata/json'
import { isGroup, storedChanges } from '@strata/layered-config'
import { diffArrays, diffChars, diffWordsWithSpace } from 'diff'
import { keyText } from '../words/key-text.ts'

/** A piece of a text: of both, or of one of them only. */
export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** An item of a list, or an entry of an object, that is not on both sides as it is. */
export interface ItemChange {
  /** Of an entry; undefined for the items of a list. */
  readonly key: string | undefined
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}

export type ValueChanges =
  | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'items'; readonly items: readonly ItemChange[] }

/** Texts shorter than this are read at a glance. */
const LONG_TEXT = 24
/** Where two values have less in common than this allows, nobody reads them piece by piece. */
const MOST_EDITS = 400

/**
 * What changes between two values, in pieces: items of lists, entries of objects, words or letters of long texts.
 * - undefined where they are told as a whole: short values, a text that is the same, values of two kinds, what has nothing in common
 */
export function valueChanges(before: JsonValue, after: JsonValue): ValueChanges | undefined {
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after)
  if (isGroup(before) && isGroup(after)) return entryChanges(before, after)
  if (typeof before !== 'string' || typeof after !== 'string') return undefined
  const isShort = Math.max(before.length, after.length) < LONG_TEXT
  return isShort || before === after ? undefined : textChanges(before, after)
}

function listChanges(before: JsonValue[], after: JsonValue[]): ValueChanges | undefined {
  const runs = diffArrays(before, after, { comparator: (a, b) => deepEqual(a, b), maxEditLength: MOST_EDITS })
  if (runs === undefined) return undefined
  const items = runs.flatMap(({ added, removed, value }) =>
    added || removed
      ? value.map((item) => ({ key: undefined, before: removed ? item : undefined, after: added ? item : undefined }))
      : [],
  )
  return { kind: 'items', items }
}

function entryChanges(before: JsonObject, after: JsonObject): ValueChanges {
  const items = storedChanges({ before }, { before: after }).filter(
    (change) =>
      // What was empty and is filled, or the other way round, is told by what it is filled with.
      !(isEmptied(change.before) && isGroup(getAt(after, change.pointer))) &&
      !(isEmptied(change.after) && isGroup(getAt(before, change.pointer))),
  )
  return { kind: 'items', items: items.map((change) => ({ ...change, key: keyText(change.pointer) })) }
}

function isEmptied(value: JsonValue | undefined): boolean {
  return isGroup(value) && Object.keys(value).length === 0
}

function textChanges(before: string, after: string): ValueChanges | undefined {
  const inPieces = /\s/.test(before + after) ? diffWordsWithSpace : diffChars
  const parts = inPieces(before, after, { maxEditLength: MOST_EDITS })
  if (parts?.some(({ added, removed }) => !added && !removed) !== true) return undefined
  return {
    kind: 'text',
    parts: parts.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  }
}
