import type { JsonObject } from '@strata/json'
import { storedChanges } from '@strata/layered-config'
import { useCallback, useState } from 'react'
import { beginHistory, type History, redo, step, undo } from '#web/lib/draft/history.ts'
import { mergeLeaves } from '#web/lib/draft/merge-leaves.ts'
import type { StoredStorage } from '../api/storage-document.ts'
import { changedPlaces } from './changed-places.ts'

/** The operator's unsaved work on one document, and what it stands on. */
export interface StorageDraft {
  /** Null where there is no document yet. */
  readonly stored: StoredStorage | null
  readonly fields: JsonObject
  /** Places that differ from what is stored. */
  readonly changes: readonly string[]
  /** The steps that led here; changes of one place in a row are one. */
  readonly history: History<JsonObject>
  readonly change: (update: (fields: JsonObject) => JsonObject) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly discard: () => void
  /** Begins anew on what is stored now. */
  readonly begin: (stored: StoredStorage | null) => void
  /** Puts the changes on top of what the document has become; gives the places that both sides changed. */
  readonly rebase: (current: StoredStorage | null) => readonly string[]
}

const nothing: JsonObject = {}

export function useStorageDraft(initial: StoredStorage | null): StorageDraft {
  const [{ stored, history }, setDraft] = useState(() => fresh(initial))
  const { now: fields } = history
  const change = useCallback<StorageDraft['change']>(
    (update) => setDraft((draft) => ({ ...draft, history: changed(draft.history, update) })),
    [],
  )
  return {
    stored,
    fields,
    changes: changedPlaces(stored?.fields ?? nothing, fields),
    history,
    change,
    undo: () => setDraft((draft) => ({ ...draft, history: undo(draft.history) })),
    redo: () => setDraft((draft) => ({ ...draft, history: redo(draft.history) })),
    discard: () => setDraft(fresh(stored)),
    begin: (next) => setDraft(fresh(next)),
    rebase(current) {
      const { merged, conflicts } = mergeLeaves(stored?.fields ?? nothing, fields, current?.fields ?? nothing)
      const next = fresh(current)
      setDraft({ ...next, history: changed(next.history, () => merged) })
      return conflicts.map(({ pointer }) => pointer)
    },
  }
}

function fresh(stored: StoredStorage | null): Pick<StorageDraft, 'stored' | 'history'> {
  return { stored, history: beginHistory(stored?.fields ?? nothing) }
}

function changed(history: History<JsonObject>, update: (fields: JsonObject) => JsonObject): History<JsonObject> {
  const next = update(history.now)
  const leaves = storedChanges({ fields: history.now }, { fields: next }).map(({ pointer }) => pointer)
  return leaves.length === 0 ? history : step(history, next, leaves.join(' '))
}
