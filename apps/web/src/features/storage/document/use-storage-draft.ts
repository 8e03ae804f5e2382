import type { JsonObject } from '@strata/json'
import { storedChanges } from '@strata/layered-config'
import { useCallback, useEffect, useRef, useState } from 'react'
import { beginHistory, type History, redo, step, undo } from '#web/lib/draft/history.ts'
import { draftKey, forgetDraft, keepDraft } from '#web/lib/draft/kept-drafts.ts'
import { mergeLeaves } from '#web/lib/draft/merge-leaves.ts'
import { useSession } from '#web/lib/session.tsx'
import type { StoredStorage } from '../api/storage-document.ts'
import { changedPlaces } from './changed-places.ts'
import {
  type KeptStorageDraft,
  keptStorage,
  type RestoredStorage,
  restoredOn,
  withoutTypedSecrets,
} from './kept-storage.ts'

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
  /** What the draft began with, where this browser had kept one. */
  readonly restored: RestoredStorage | undefined
  /** Whether the draft survives a reload. */
  readonly isKept: boolean
}

const nothing: JsonObject = {}
const nowhere: readonly string[] = []

/** The draft of the document at an address; its page begins with what this browser kept of it. */
export function useStorageDraft(address: string, initial: StoredStorage | null): StorageDraft {
  const key = draftKey(useSession(), address)
  const [start] = useState(() => startOf(initial, keptStorage(key, Date.now())))
  const [{ stored, history }, setDraft] = useState(start.draft)
  const { now: fields } = history
  const isKept = useKeptStorage(key, { stored, fields, missing: start.restored?.secrets ?? nowhere })
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
    begin(next) {
      // Also where the page is left before it shows the draft that begins now.
      forgetDraft(key)
      setDraft(fresh(next))
    },
    rebase(current) {
      const { merged, conflicts } = mergeLeaves(stored?.fields ?? nothing, fields, current?.fields ?? nothing)
      const next = fresh(current)
      setDraft({ ...next, history: changed(next.history, () => merged) })
      return conflicts.map(({ pointer }) => pointer)
    },
    restored: start.restored,
    isKept,
  }
}

interface UnsavedStorage {
  readonly stored: StoredStorage | null
  readonly fields: JsonObject
  /** Secrets that were not kept before and are not typed again yet. */
  readonly missing: readonly string[]
}

/** Keeps a draft as long as it has changes; never a secret. Gives whether it is kept: one that is too large is not. */
function useKeptStorage(key: string, { stored, fields, missing }: UnsavedStorage): boolean {
  const known = useRef(fields)
  const [isKept, setKept] = useState(true)
  useEffect(() => {
    if (fields === known.current) return
    known.current = fields
    const base = stored?.fields ?? nothing
    if (changedPlaces(base, fields).length === 0) return forgetDraft(key)
    const kept = withoutTypedSecrets(base, fields)
    const draft: KeptStorageDraft = {
      revision: stored?.revision ?? null,
      keptAt: Date.now(),
      base,
      fields: kept.fields,
      secrets: [...new Set([...kept.secrets, ...missing])],
    }
    setKept(keepDraft(key, draft))
  }, [key, stored, fields, missing])
  return isKept
}

function startOf(stored: StoredStorage | null, kept: KeptStorageDraft | undefined) {
  const draft = fresh(stored)
  const found = kept === undefined ? undefined : restoredOn(kept, stored)
  if (found === undefined) return { draft, restored: undefined }
  return { draft: { ...draft, history: changed(draft.history, () => found.fields) }, restored: found.restored }
}

function fresh(stored: StoredStorage | null): Pick<StorageDraft, 'stored' | 'history'> {
  return { stored, history: beginHistory(stored?.fields ?? nothing) }
}

function changed(history: History<JsonObject>, update: (fields: JsonObject) => JsonObject): History<JsonObject> {
  const next = update(history.now)
  const leaves = storedChanges({ fields: history.now }, { fields: next }).map(({ pointer }) => pointer)
  return leaves.length === 0 ? history : step(history, next, leaves.join(' '))
}
