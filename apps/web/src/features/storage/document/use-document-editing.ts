import { type JsonObject, parsePointer } from '@strata/json'
import type { StorageDocuments } from '@strata/storage-plan'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { useDraft } from '#web/lib/draft/use-draft.ts'
import { useDraftKeys } from '#web/lib/draft/use-draft-keys.ts'
import { useSession } from '#web/lib/session.tsx'
import { type StoredStorage, storageDocumentQuery } from '../api/storage-document.ts'
import { useEntryTests } from '../entry-tests/use-entry-tests.ts'
import { documentPath, type StoragePlace } from '../pages/place.ts'
import { layersWith } from '../plan/storage-layers.ts'
import type { StorageDocument } from './document-context.ts'
import { changedFields, storageRules } from './storage-draft.ts'
import { useDocumentErrors } from './use-document-errors.ts'
import { useDocumentSave } from './use-document-save.ts'
import { useDocumentText } from './use-document-text.ts'

export interface EditedDocument {
  readonly place: StoragePlace
  readonly loaded: StoredStorage | null
  readonly form: FormValidator
  readonly below: StorageDocuments
  readonly knowsBelow: boolean
  readonly untoldBelow: number
}

export type DocumentEditing = ReturnType<typeof useDocumentEditing>

/** The draft of a storage document with what is wrong in it, its tests and its save: what its page works on. */
export function useDocumentEditing({ place, loaded, form, below, knowsBelow, untoldBelow }: EditedDocument) {
  const { kazoo_version: kazooVersion, read_only: readOnly } = useSession()
  const client = useQueryClient()
  const draft = useDraft(storageRules, documentPath(place), loaded)
  const { stored, update, count } = draft
  const fields = draft.history.now
  const change = useCallback<StorageDocument['change']>(
    (next) => update((history) => changedFields(history, next)),
    [update],
  )
  const json = useDocumentText(fields, (next) => change(() => next))
  const isThere = stored !== null || count > 0
  const layers = useMemo(() => layersWith(place.scope, below, fields, isThere), [below, fields, isThere, place.scope])
  const errors = useDocumentErrors({ form, fields, layers, knowsBelow })
  const tests = useEntryTests(place)
  const entries = useShownEntries()
  const remembered = useRef(new Map<string, JsonObject>())
  const forgetRemembered = () => remembered.current.clear()
  const { saving, send, sendUntested } = useDocumentSave({
    place,
    draft,
    tests,
    errors,
    onStored: forgetRemembered,
    onRetry: save,
  })
  const canSave = json.problem === undefined && count > 0 && readOnly === null

  function save() {
    if (!saving.isPending && canSave && errors.tryToSend()) send()
  }

  useDraftKeys({ draft, isPending: saving.isPending, onSave: save })

  const document: StorageDocument = {
    place,
    form,
    kazooVersion,
    storedFields: stored?.fields ?? {},
    fields,
    layers,
    knowsBelow,
    untoldBelow,
    errors: errors.shown,
    isReadOnly: readOnly !== null || saving.isPending,
    change,
    removed: () => draft.begin(null),
    ...entries,
    reportUnfinished: errors.reportUnfinished,
    tests,
    remembered: remembered.current,
  }
  return {
    document,
    draft,
    saving,
    json,
    isTried: errors.isTried,
    isThere,
    problems: errors.problems,
    isDirty: count > 0 || json.problem !== undefined,
    /** A text that is no value yet is not kept. */
    isUnfinished: errors.isUnfinished,
    canSave,
    save,
    saveUntested: sendUntested,
    /** Lets go of what is wrong with a draft that is discarded. */
    forget() {
      errors.forgetTry()
      json.reset()
    },
    standOnNothing: () => client.setQueryData(storageDocumentQuery(place).queryKey, null),
  }
}

/** Which entries are open, and the place that was asked to be shown last; showing one inside an entry opens that. */
function useShownEntries(): Pick<StorageDocument, 'isOpen' | 'setOpen' | 'shownPlace' | 'showPlace'> {
  const [open, setAll] = useState<ReadonlySet<string>>(new Set())
  const [shownPlace, setShownPlace] = useState<StorageDocument['shownPlace']>()
  const setOpen: StorageDocument['setOpen'] = (map, id, isOpen) =>
    setAll((before) => {
      const key = `${map}/${id}`
      return isOpen ? new Set([...before, key]) : new Set([...before].filter((other) => other !== key))
    })
  return {
    isOpen: (map, id) => open.has(`${map}/${id}`),
    setOpen,
    shownPlace,
    showPlace(pointer) {
      const [map, id] = parsePointer(pointer)
      if ((map === 'attachments' || map === 'connections') && id !== undefined) setOpen(map, id, true)
      setShownPlace({ pointer })
    },
  }
}
