import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { DraftSaveBar } from '#web/components/draft-save-bar.tsx'
import { Page } from '#web/components/page.tsx'
import { UnsavedGuard } from '#web/components/unsaved-guard.tsx'
import { VersionsNote } from '#web/components/versions/versions-note.tsx'
import { draftRegion } from '#web/lib/draft/use-draft-keys.ts'
import { storageDocumentQuery } from '../api/storage-document.ts'
import { PlanAssignment } from '../assign/plan-assignment.tsx'
import { TouchedNote } from '../assign/touched-note.tsx'
import { RoutingMapView } from '../map/routing-map-view.tsx'
import { consolePath } from '../pages/place.ts'
import type { StorageSearch } from '../routes.ts'
import { DocumentWhere } from '../where/document-where.tsx'
import { CrashNote } from './crash-note.tsx'
import { DocumentProvider } from './document-context.ts'
import styles from './document-editor.module.css'
import { DocumentForm } from './document-form.tsx'
import { DocumentHeader } from './document-header.tsx'
import { DocumentJson } from './document-json.tsx'
import { DocumentNotes } from './document-notes.tsx'
import { DocumentSummary } from './document-summary.tsx'
import { ProblemsNote } from './problems-note.tsx'
import { type EditedDocument, useDocumentEditing } from './use-document-editing.ts'

interface DocumentEditorProps extends EditedDocument {
  search: StorageSearch
  title: string
  about: ReactNode
  links: ReactNode
}

/** Form, JSON and save bar of a storage document, over one draft. */
export function DocumentEditor({ search, title, about, links, ...edited }: DocumentEditorProps) {
  const t = useTranslations('storage.saveBar')
  const client = useQueryClient()
  const editing = useDocumentEditing(edited)
  const { document, draft, json, problems, saving, canSave, isDirty, isTried, isUnfinished } = editing
  // The address of a plan that was deleted leads nowhere: its draft could not be taken up there.
  const hasAddress = draft.stored !== null || document.place.scope !== 'plan' || document.place.planId === undefined
  const canReturn = hasAddress && json.problem === undefined
  const { place, below } = edited
  const { stored, count } = draft
  const isForm = search.view === undefined
  /** Another way than a save changed it: with a plan, the server may have made a document where there was none. */
  const standOnStored = () => void client.invalidateQueries({ queryKey: storageDocumentQuery(place).queryKey })

  return (
    <DocumentProvider value={document}>
      <Page
        header={
          <>
            <DocumentHeader title={title} about={about} links={links} stored={stored} search={search} />
            <DocumentNotes editing={editing} />
            {stored === null ? null : (
              <VersionsNote path={consolePath(place)} revision={stored.revision} onKept={standOnStored} />
            )}
          </>
        }
        footer={
          isDirty ? (
            <div>
              <TouchedNote />
              <DraftSaveBar
                draft={draft}
                summary={<DocumentSummary isNew={stored === null} count={count} problems={problems.length} />}
                isPending={saving.isPending}
                canSave={canSave}
                onSave={editing.save}
                onDiscard={editing.forget}
              >
                {editing.saveUntested === undefined ? null : (
                  <Button isDisabled={saving.isPending || !canSave} onPress={editing.saveUntested}>
                    {t('saveAnyway')}
                  </Button>
                )}
              </DraftSaveBar>
            </div>
          ) : undefined
        }
      >
        {isTried ? <ProblemsNote problems={problems} isForm={isForm} /> : null}
        <CrashNote isForm={isForm} />
        {search.view === 'json' ? (
          <DocumentJson json={json} />
        ) : (
          <div className={styles.above}>
            {place.scope === 'account' ? (
              <PlanAssignment accountId={place.accountId} hasDocument={stored !== null} onAssigned={standOnStored} />
            ) : null}
            <DocumentWhere search={search} isDirty={isDirty} />
          </div>
        )}
        {search.view === 'map' ? <RoutingMapView /> : null}
        {isForm ? (
          <div {...draftRegion}>
            <DocumentForm
              isNew={stored === null}
              idlePlan={editing.isThere ? undefined : below.plan?.title}
              jsonProblem={json.problem}
            />
          </div>
        ) : null}
        <UnsavedGuard
          isDirty={isDirty}
          isKept={draft.isKept && canReturn}
          isKeptWhole={draft.isKeptWhole && canReturn && !isUnfinished}
        />
      </Page>
    </DocumentProvider>
  )
}
