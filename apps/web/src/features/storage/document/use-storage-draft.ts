import type { JsonObject } from '@strata/json'
import { useCallback, useState } from 'react'
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
  readonly change: (update: (fields: JsonObject) => JsonObject) => void
  readonly discard: () => void
  /** Begins anew on what is stored now. */
  readonly begin: (stored: StoredStorage | null) => void
  /** Puts the changes on top of what the document has become; gives the places that both sides changed. */
  readonly rebase: (current: StoredStorage | null) => readonly string[]
}

const nothing: JsonObject = {}

export function useStorageDraft(initial: StoredStorage | null): StorageDraft {
  const [{ stored, fields }, setDraft] = useState(() => fresh(initial))
  const change = useCallback<StorageDraft['change']>(
    (update) => setDraft((draft) => ({ ...draft, fields: update(draft.fields) })),
    [],
  )
  return {
    stored,
    fields,
    changes: changedPlaces(stored?.fields ?? nothing, fields),
    change,
    discard: () => setDraft(fresh(stored)),
    begin: (next) => setDraft(fresh(next)),
    rebase(current) {
      const { merged, conflicts } = mergeLeaves(stored?.fields ?? nothing, fields, current?.fields ?? nothing)
      setDraft({ stored: current, fields: merged })
      return conflicts.map(({ pointer }) => pointer)
    },
  }
}

function fresh(stored: StoredStorage | null): Pick<StorageDraft, 'stored' | 'fields'> {
  return { stored, fields: stored?.fields ?? nothing }
}
