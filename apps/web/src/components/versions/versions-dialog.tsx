import type { DocumentVersion, DocumentVersions } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { codeQuery } from '#web/lib/code-query.ts'
import { useSession } from '#web/lib/session.tsx'
import { Button } from '../button.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Dialog } from '../dialog.tsx'
import { ErrorState } from '../error-state.tsx'
import { Skeleton } from '../skeleton.tsx'
import { useKeepVersion } from './use-keep-version.ts'
import styles from './versions.module.css'

// Documents that have several versions are rare: what compares texts comes when one is looked at.
const comparison = codeQuery(
  'compared-versions',
  async () => (await import('./compared-versions.tsx')).ComparedVersions,
)

interface VersionsDialogProps {
  path: string
  found: DocumentVersions
  isOpen: boolean
  onClose: () => void
  onKept: () => void
}

/** The versions of a document beside the one that is read, and the choice of the one that stays. */
export function VersionsDialog({ path, found, isOpen, onClose, onKept }: VersionsDialogProps) {
  const t = useTranslations('versions')
  const { read_only: readOnly } = useSession()
  const [read, ...others] = found.versions
  const [compared, setCompared] = useState<string>()
  /** What was chosen, among what was shown then: versions that come meanwhile are not what anybody chose against. */
  const [kept, setKept] = useState<{ version: DocumentVersion; shown: DocumentVersions }>()
  const code = useQuery({ ...comparison, enabled: isOpen })
  const ComparedVersions = code.data
  const keeping = useKeepVersion(path, onKept)
  const other = others.find(({ revision }) => revision === compared) ?? others[0]
  const notShown = found.conflicts.length - others.length
  if (read === undefined) return null

  function close() {
    setKept(undefined)
    onClose()
  }

  return (
    <>
      <Dialog
        title={t('title')}
        size="lg"
        isOpen={isOpen && kept === undefined}
        onOpenChange={(open) => {
          if (!open && kept === undefined) onClose()
        }}
        footer={
          readOnly !== null ? undefined : (
            <>
              <Button onPress={() => setKept({ version: read, shown: found })}>{t('keepRead')}</Button>
              {other === undefined ? null : (
                <Button onPress={() => setKept({ version: other, shown: found })}>{t('keepOther')}</Button>
              )}
            </>
          )
        }
      >
        <p className={styles.text}>{t('text')}</p>
        {readOnly === null ? null : <p className={styles.text}>{readOnly}</p>}
        {notShown === 0 ? null : <p className={styles.text}>{t('notShown', { count: notShown })}</p>}
        {ComparedVersions !== undefined ? (
          <ComparedVersions read={read} others={others} other={other} onCompare={setCompared} />
        ) : code.error === null ? (
          <Skeleton lines={8} />
        ) : (
          <ErrorState error={code.error} onRetry={() => void code.refetch()} />
        )}
      </Dialog>
      <ConfirmDialog
        title={t('confirm.title')}
        confirmLabel={t('confirm.keep')}
        cancelLabel={t('confirm.back')}
        tone="danger"
        isOpen={isOpen && kept !== undefined}
        isPending={keeping.isPending}
        onCancel={() => setKept(undefined)}
        onConfirm={() => {
          if (kept !== undefined) keeping.keep(kept.shown, kept.version.revision, close)
        }}
      >
        {t(kept?.version === kept?.shown.versions[0] ? 'confirm.read' : 'confirm.other', {
          count: (kept?.shown ?? found).conflicts.length,
        })}
      </ConfirmDialog>
    </>
  )
}
