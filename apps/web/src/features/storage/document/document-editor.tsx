import { type JsonObject, parsePointer } from '@strata/json'
import type { StorageDocuments } from '@strata/storage-plan'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConflictNote } from '#web/components/conflict-note.tsx'
import { Page } from '#web/components/page.tsx'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { UnsavedGuard } from '#web/components/unsaved-guard.tsx'
import { VersionsNote } from '#web/components/versions/versions-note.tsx'
import { draftRegion, useUndoShortcuts } from '#web/lib/draft/use-undo-shortcuts.ts'
import { useSession } from '#web/lib/session.tsx'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import type { StoredStorage } from '../api/storage-document.ts'
import { storageDocumentQuery } from '../api/storage-document.ts'
import { storageSettingsQuery } from '../api/storage-settings.ts'
import { PlanAssignment } from '../assign/plan-assignment.tsx'
import { TouchedNote } from '../assign/touched-note.tsx'
import { useEntryTests } from '../entry-tests/use-entry-tests.ts'
import { RoutingMapView } from '../map/routing-map-view.tsx'
import { consolePath, documentPath, type StoragePlace } from '../pages/place.ts'
import { layersWith } from '../plan/storage-layers.ts'
import { type StorageSearch, toAccountPlan, toSystemPlan } from '../routes.ts'
import { DocumentWhere } from '../where/document-where.tsx'
import { CrashNote } from './crash-note.tsx'
import { DocumentProvider, type StorageDocument } from './document-context.ts'
import styles from './document-editor.module.css'
import { DocumentForm } from './document-form.tsx'
import { DocumentHeader } from './document-header.tsx'
import { DocumentJson } from './document-json.tsx'
import { DocumentSaveBar } from './document-save-bar.tsx'
import { ProblemsNote } from './problems-note.tsx'
import { RestoredStorageNote } from './restored-storage-note.tsx'
import { useDocumentErrors } from './use-document-errors.ts'
import { useJsonText } from './use-json-text.ts'
import { useSaveStorage } from './use-save-storage.ts'
import { useStorageDraft } from './use-storage-draft.ts'

interface DocumentEditorProps {
  place: StoragePlace
  search: StorageSearch
  title: string
  about: ReactNode
  links: ReactNode
  document: StoredStorage | null
  form: FormValidator
  below: StorageDocuments
  knowsBelow: boolean
  untoldBelow: number
}

/** Form, JSON and save bar of a storage document, over one draft. */
export function DocumentEditor(props: DocumentEditorProps) {
  const { place, search, form, below, knowsBelow } = props
  const t = useTranslations('storage.conflict')
  const session = useSession()
  const version = session.kazoo_version
  const navigate = useNavigate()
  const client = useQueryClient()
  const draft = useStorageDraft(documentPath(place), props.document)
  const { fields, stored, changes } = draft
  const json = useJsonText(fields, (next) => draft.change(() => next))
  const tests = useEntryTests(place)
  const saving = useSaveStorage(place, draft, { onStored: takeStored, onInvalid: tests.takeRefusal })
  const settings = useQuery({ ...storageSettingsQuery(), enabled: saving.hasFailedTests })
  const entries = useOpenEntries()
  const [shownPlace, setShownPlace] = useState<StorageDocument['shownPlace']>()
  const unfinished = useUnfinished()
  const remembered = useRef(new Map<string, StorageDocument['fields']>())
  const isThere = stored !== null || changes.length > 0
  const layers = useMemo(() => layersWith(place.scope, below, fields, isThere), [below, fields, isThere, place.scope])
  const [isTried, setTried] = useState(false)
  const errors = useDocumentErrors({ form, fields, layers, knowsBelow, version, rejection: saving.rejection, isTried })
  const isReadOnly = session.read_only !== null
  const isDirty = changes.length > 0 || json.problem !== undefined
  const problems = [...errors.shown, ...unfinished.problems]

  function takeStored(made: StoredStorage, sent: JsonObject) {
    tests.takeStored(sent, made.fields)
    setTried(false)
    remembered.current.clear()
    if (place.scope !== 'plan' || place.planId !== undefined) return
    const { accountId } = place
    const link = accountId === undefined ? toSystemPlan(made.id) : toAccountPlan(accountId, made.id)
    void navigate({ ...link, replace: true, ignoreBlocker: true })
  }

  /** Another way than a save changed it: with a plan, the server may have made a document where there was none. */
  async function standOnStored() {
    draft.rebase(await client.fetchQuery(storageDocumentQuery(place)))
  }

  function save() {
    if (isReadOnly || saving.isPending || changes.length === 0) return
    setTried(true)
    if (json.problem === undefined && unfinished.problems.length === 0 && errors.all.length === 0) saving.save()
  }

  useShortcut({ key: 's', withCtrl: true, isEnabled: isDirty }, save)
  useUndoShortcuts(
    () => saving.isPending || draft.undo(),
    () => saving.isPending || draft.redo(),
  )

  const document: StorageDocument = {
    place,
    form,
    kazooVersion: version,
    storedFields: stored?.fields ?? {},
    fields,
    layers,
    knowsBelow,
    untoldBelow: props.untoldBelow,
    errors: errors.shown,
    isReadOnly: isReadOnly || saving.isPending,
    change: draft.change,
    removed: () => draft.begin(null),
    isOpen: entries.isOpen,
    setOpen: entries.setOpen,
    shownPlace,
    showPlace(pointer) {
      const [map, id] = parsePointer(pointer)
      if ((map === 'attachments' || map === 'connections') && id !== undefined) entries.setOpen(map, id, true)
      setShownPlace({ pointer })
    },
    reportUnfinished: unfinished.report,
    tests,
    remembered: remembered.current,
  }
  return (
    <DocumentProvider value={document}>
      <Page
        header={
          <>
            <DocumentHeader
              title={props.title}
              about={props.about}
              links={props.links}
              stored={stored}
              search={search}
            />
            <RestoredStorageNote draft={draft} />
            {saving.isConflict ? (
              <ConflictNote reloadLabel={t('reload')} onReload={() => void saving.reload()}>
                {t('text')}
              </ConflictNote>
            ) : null}
            {stored === null ? null : (
              <VersionsNote path={consolePath(place)} revision={stored.revision} onKept={() => void standOnStored()} />
            )}
          </>
        }
        footer={
          isDirty ? (
            <div>
              <TouchedNote />
              <DocumentSaveBar
                isNew={stored === null}
                changes={changes.length}
                problems={problems.length}
                isPending={saving.isPending}
                canSave={json.problem === undefined && changes.length > 0}
                draft={draft}
                onSave={save}
                onSaveAnyway={
                  saving.hasFailedTests && settings.data?.may_save_untested
                    ? () => saving.save({ isUntested: true })
                    : undefined
                }
                onDiscard={() => {
                  setTried(false)
                  json.reset()
                  draft.discard()
                }}
              />
            </div>
          ) : undefined
        }
      >
        {isTried ? <ProblemsNote problems={problems} isForm={search.view === undefined} /> : null}
        <CrashNote isForm={search.view === undefined} />
        {search.view === 'json' ? (
          <DocumentJson json={json} />
        ) : (
          <div className={styles.above}>
            {place.scope === 'account' ? (
              <PlanAssignment
                accountId={place.accountId}
                hasDocument={stored !== null}
                onAssigned={() => void standOnStored()}
              />
            ) : null}
            <DocumentWhere search={search} isDirty={isDirty} />
          </div>
        )}
        {search.view === 'map' ? <RoutingMapView /> : null}
        {search.view !== undefined ? null : (
          <div {...draftRegion}>
            <DocumentForm
              isNew={stored === null}
              idlePlan={isThere ? undefined : below.plan?.title}
              jsonProblem={json.problem}
            />
          </div>
        )}
        <UnsavedGuard isDirty={isDirty} isKept={draft.isKept && json.problem === undefined} />
      </Page>
    </DocumentProvider>
  )
}

function useOpenEntries(): Pick<StorageDocument, 'isOpen' | 'setOpen'> {
  const [open, setAll] = useState<ReadonlySet<string>>(new Set())
  return {
    isOpen: (map, id) => open.has(`${map}/${id}`),
    setOpen: (map, id, isOpen) =>
      setAll((before) => {
        const key = `${map}/${id}`
        return isOpen ? new Set([...before, key]) : new Set([...before].filter((other) => other !== key))
      }),
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
