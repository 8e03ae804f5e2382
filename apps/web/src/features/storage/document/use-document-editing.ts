import type { JsonObject } from '@strata/json'
import type { StorageDocuments } from '@strata/storage-plan'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import { showToast } from '#web/components/toast.tsx'
import { useDraft } from '#web/lib/draft/use-draft.ts'
import { useDraftKeys } from '#web/lib/draft/use-draft-keys.ts'
import { useSave } from '#web/lib/draft/use-save.ts'
import { useSession } from '#web/lib/session.tsx'
import { saveStorageMutation } from '../api/save-storage.ts'
import { type StoredStorage, storageDocumentQuery } from '../api/storage-document.ts'
import { storageSettingsQuery } from '../api/storage-settings.ts'
import { isFailedTest } from '../entry-tests/failed-tests.ts'
import { useEntryTests } from '../entry-tests/use-entry-tests.ts'
import { documentPath, type StoragePlace } from '../pages/place.ts'
import { layersWith } from '../plan/storage-layers.ts'
import { toAccountPlan, toSystemPlan } from '../routes.ts'
import type { StorageDocument } from './document-context.ts'
import type { Rejection } from './document-errors.ts'
import { changedFields, storageRules } from './storage-draft.ts'
import { useDocumentErrors } from './use-document-errors.ts'
import { useJsonText } from './use-json-text.ts'
import { useShownEntries } from './use-shown-entries.ts'

export interface EditedDocument {
  readonly place: StoragePlace
  readonly loaded: StoredStorage | null
  readonly form: FormValidator
  readonly below: StorageDocuments
  readonly knowsBelow: boolean
  readonly untoldBelow: number
}

export type DocumentEditing = ReturnType<typeof useDocumentEditing>

const nothingRejected: Rejection = { sent: {}, errors: [] }

/** How every node comes to follow what was stored. */
const flushCommand = 'sup kazoo_data_maintenance flush_data_plans'

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
  const json = useJsonText(fields, draft.revision, (next) => change(() => next))
  const tests = useEntryTests(place)
  const entries = useShownEntries()
  const unfinished = useUnfinished()
  const remembered = useRef(new Map<string, JsonObject>())
  const [isTried, setTried] = useState(false)
  const [rejection, setRejection] = useState(nothingRejected)
  const [hasFailedTests, setFailedTests] = useState(false)
  const settings = useQuery({ ...storageSettingsQuery(), enabled: hasFailedTests })
  const isThere = stored !== null || count > 0
  const layers = useMemo(() => layersWith(place.scope, below, fields, isThere), [below, fields, isThere, place.scope])
  const errors = useDocumentErrors({ form, fields, layers, knowsBelow, version: kazooVersion, rejection, isTried })
  const tellStored = useTellStored(place)
  // A plan that is gone is made anew as another one.
  const target = place.scope === 'plan' && stored === null ? { ...place, planId: undefined } : place
  const { queryKey } = storageDocumentQuery(place)
  const saving = useSave({
    draft,
    mutation: saveStorageMutation(target),
    load: () => client.fetchQuery(storageDocumentQuery(place)),
    onStored: (made, { fields: sent }) => {
      tests.takeStored(sent, made.fields)
      setTried(false)
      remembered.current.clear()
      tellStored(made)
    },
    onRefused: ({ validation = {} }, { fields: sent }) => {
      setFailedTests(isFailedTest(validation))
      tests.takeRefusal(sent, validation)
      setRejection({ sent, errors: fromValidationErrors(validation) })
      return true
    },
  })
  const { isPending } = saving
  const canSave = json.problem === undefined && count > 0 && readOnly === null

  function send(isUntested: boolean) {
    setRejection(nothingRejected)
    setFailedTests(false)
    saving.save({ fields, revision: stored?.revision, isUntested })
  }

  function save() {
    if (isPending || !canSave) return
    setTried(true)
    if (unfinished.problems.length === 0 && errors.all.length === 0) send(false)
  }

  useDraftKeys({ draft, isPending, onSave: save })

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
    isReadOnly: readOnly !== null || isPending,
    change,
    removed: () => draft.begin(null),
    ...entries,
    reportUnfinished: unfinished.report,
    tests,
    remembered: remembered.current,
  }
  return {
    document,
    draft,
    saving,
    json,
    isTried,
    isThere,
    problems: [...errors.shown, ...unfinished.problems],
    isDirty: count > 0 || json.problem !== undefined,
    canSave,
    save,
    /** Given where only tests of back-ends failed, and the system lets them be stored all the same. */
    saveUntested: hasFailedTests && settings.data?.may_save_untested ? () => send(true) : undefined,
    /** Lets go of what is wrong with a draft that is discarded. */
    forget() {
      setTried(false)
      json.reset()
    },
    standOnNothing: () => client.setQueryData(queryKey, null),
  }
}

/** Says that it is stored, and how nodes come to follow; a plan that was made is at an address of its own. */
function useTellStored(place: StoragePlace) {
  const t = useTranslations('storage.saved')
  const navigate = useNavigate()
  return ({ id }: StoredStorage) => {
    showToast({
      title: t('title'),
      description: t('description', { command: flushCommand }),
      tone: 'good',
      action: { label: t('copy'), onPress: () => void navigator.clipboard.writeText(flushCommand) },
    })
    if (place.scope !== 'plan' || place.planId === id) return
    const { accountId } = place
    const link = accountId === undefined ? toSystemPlan(id) : toAccountPlan(accountId, id)
    void navigate({ ...link, replace: true, ignoreBlocker: true })
  }
}

/** Fields whose text is no value yet, of all the forms that the document's form is made of. */
function useUnfinished() {
  const [byForm, setByForm] = useState<ReadonlyMap<string, readonly FormError[]>>(new Map())
  const report = useCallback((form: string, problems: readonly FormError[]) => {
    setByForm((before) => {
      if (problems.length === 0 && !before.has(form)) return before
      const others = [...before].filter(([other]) => other !== form)
      return new Map(problems.length === 0 ? others : [...others, [form, problems]])
    })
  }, [])
  return { problems: [...byForm.values()].flat(), report }
}
