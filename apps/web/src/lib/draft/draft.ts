import { deepEqual, getAt, type JsonObject } from '@strata/json'
import { beginHistory, type History, step } from './history.ts'
import type { KeptDraft } from './kept-drafts.ts'
import type { LeafConflict } from './merge-leaves.ts'

/** What a kind of document brings to be drafted: how its changes are told, moved and kept. */
export interface DraftRules<Stored, Work, Kept extends KeptDraft = KeptDraft> {
  /** Null where nothing is stored. */
  readonly revisionOf: (stored: Stored) => string | null
  /** The work of somebody who has changed nothing yet. */
  readonly untouched: (stored: Stored) => Work
  readonly count: (stored: Stored, work: Work) => number
  /** What the work makes of the document; pointers of overlaps lead into it. */
  readonly document: (stored: Stored, work: Work) => JsonObject
  /** The same changes on another version of the document. */
  readonly rebase: (work: Work, from: Stored, onto: Stored) => RebasedWork<Work>
  /** What a browser may keep of the changes: no secret that was typed, only where. */
  readonly keep: (stored: Stored, work: Work) => Omit<Kept, 'revision' | 'keptAt' | 'page'> & Pick<KeptDraft, 'secrets'>
  /** What was kept, unless it is too old or not to be understood. */
  readonly read: (key: string, now: number) => Kept | undefined
  /** The kept changes on the document as it is now. */
  readonly restore: (kept: Kept, onto: Stored) => RebasedWork<Work>
}

export interface RebasedWork<Work> {
  readonly work: Work
  /** Leaves that both sides changed, each otherwise. */
  readonly overlaps: readonly LeafConflict[]
}

/** Unsaved work on a document, and what it stands on. */
export interface Draft<Stored, Work> {
  readonly stored: Stored
  readonly history: History<Work>
  /** What it began with, where the browser had kept one. */
  readonly restored: RestoredDraft | undefined
  /** What is to be told since it was last put on top of another version. */
  readonly moved: MovedDraft | undefined
}

export interface MovedDraft {
  /** How many changes stood then. */
  readonly count: number
  readonly overlaps: readonly LeafConflict[]
  /** The document was deleted meanwhile. */
  readonly isGone: boolean
}

/** What was taken up again. */
export interface RestoredDraft {
  readonly keptAt: number
  /** The stored document is another version than the changes were made against; one that is gone is none. */
  readonly isMoved: boolean
  /** How many changes stand. */
  readonly count: number
  /** Pointers to secrets that have to be typed again. */
  readonly secrets: readonly string[]
}

/** A draft without changes. */
export function beginDraft<Stored, Work>(
  rules: Pick<DraftRules<Stored, Work>, 'untouched'>,
  stored: Stored,
): Draft<Stored, Work> {
  return { stored, history: beginHistory(rules.untouched(stored)), restored: undefined, moved: undefined }
}

/**
 * The draft on what the document has become; its steps begin anew. One without changes only follows.
 * - what was told of an earlier move, and is neither read nor settled, is told again
 */
export function movedDraft<Stored, Work, Kept extends KeptDraft>(
  rules: DraftRules<Stored, Work, Kept>,
  draft: Draft<Stored, Work>,
  onto: Stored,
): Draft<Stored, Work> {
  const { stored, history, restored } = draft
  if (rules.revisionOf(stored) === rules.revisionOf(onto)) return { ...draft, stored: onto }
  if (rules.count(stored, history.now) === 0) return beginDraft(rules, onto)
  const { work, overlaps } = rules.rebase(history.now, stored, onto)
  const isGone = rules.revisionOf(onto) === null
  // Nothing of theirs is left to be taken, and the secrets of mine went with it.
  const earlier = isGone ? [] : (draft.moved?.overlaps ?? [])
  const open = unsettled(earlier, rules.document(onto, work), rules.document(onto, rules.untouched(onto)))
  const still = open.filter(({ pointer }) => !overlaps.some((told) => isAtOrIn(pointer, told.pointer)))
  const moved = { count: rules.count(onto, work), overlaps: [...still, ...overlaps], isGone }
  return { stored: onto, history: historyOf(rules, onto, work), restored, moved }
}

/** The draft that was kept, on the document as it is now; nothing where none of it is left. */
export function restoredDraft<Stored, Work, Kept extends KeptDraft>(
  rules: DraftRules<Stored, Work, Kept>,
  kept: Kept,
  stored: Stored,
): Draft<Stored, Work> | undefined {
  const { work, overlaps } = rules.restore(kept, stored)
  const { keptAt, revision, secrets } = kept
  const count = rules.count(stored, work)
  if (count === 0 && secrets.length === 0) return undefined
  const now = rules.revisionOf(stored)
  const isGone = revision !== null && now === null
  return {
    stored,
    history: historyOf(rules, stored, work),
    restored: { keptAt, isMoved: revision !== now && !isGone, count, secrets },
    moved: overlaps.length === 0 && !isGone ? undefined : { count, overlaps, isGone },
  }
}

/** The overlaps where mine still says otherwise than theirs, with what either says there by now. */
function unsettled(overlaps: readonly LeafConflict[], mine: JsonObject, theirs: JsonObject): LeafConflict[] {
  return overlaps
    .map(({ pointer, base }) => ({ pointer, base, mine: getAt(mine, pointer), theirs: getAt(theirs, pointer) }))
    .filter((overlap) => !deepEqual(overlap.mine, overlap.theirs))
}

function isAtOrIn(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`)
}

/** All of the work is one step, that can be taken back. */
function historyOf<Stored, Work>(
  rules: Pick<DraftRules<Stored, Work>, 'untouched' | 'count'>,
  stored: Stored,
  work: Work,
): History<Work> {
  const untouched = beginHistory(rules.untouched(stored))
  return rules.count(stored, work) === 0 ? untouched : step(untouched, work)
}
