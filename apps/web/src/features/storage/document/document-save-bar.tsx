import { formatPointer } from '@strata/json'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { ConfirmDialog } from '#web/components/confirm-dialog.tsx'
import { SaveBar } from '#web/components/save-bar.tsx'
import { UndoButtons } from '#web/components/undo-buttons.tsx'
import { nameOf } from '../entries/back-end-kinds.tsx'
import { newlyUnused } from '../entries/entry-usage.ts'
import { withOwnDocument } from '../plan/storage-layers.ts'
import { CrashCount } from './crash-note.tsx'
import { useStorageDocument } from './document-context.ts'
import { objectAt } from './document-parts.ts'
import styles from './document-save-bar.module.css'
import type { StorageDraft } from './use-storage-draft.ts'

interface DocumentSaveBarProps {
  /** There is no document yet: saving makes it. */
  isNew: boolean
  changes: number
  problems: number
  isPending: boolean
  canSave: boolean
  onSave: () => void
  /** Given where only tests of back-ends failed, and the system lets them be stored all the same. */
  onSaveAnyway: (() => void) | undefined
  onDiscard: () => void
  draft: Pick<StorageDraft, 'history' | 'undo' | 'redo'>
}

/** How much is unsaved, and what may become of it. */
export function DocumentSaveBar(props: DocumentSaveBarProps) {
  const t = useTranslations('storage')
  const { isNew, problems, isPending, canSave, onSave, onSaveAnyway, onDiscard, draft } = props
  const [isAsking, setAsking] = useState(false)
  const changes = t('saveBar.changes', { count: props.changes })
  return (
    <>
      <SaveBar
        label={t('saveBar.label')}
        summary={
          <>
            <b className={styles.count}>{isNew ? t('saveBar.creates', { changes }) : changes}</b>
            {problems === 0 ? null : (
              <span className={styles.problems}> · {t('saveBar.problems', { count: problems })}</span>
            )}
            <CrashCount />
            <UnusedNote />
          </>
        }
      >
        <UndoButtons history={draft.history} isDisabled={isPending} onUndo={draft.undo} onRedo={draft.redo} />
        <Button isDisabled={isPending} onPress={() => setAsking(true)}>
          {t('saveBar.discard')}
        </Button>
        {onSaveAnyway === undefined ? null : (
          <Button isDisabled={isPending || !canSave} onPress={onSaveAnyway}>
            {t('saveBar.saveAnyway')}
          </Button>
        )}
        <Button variant="primary" shortcut="Ctrl S" isPending={isPending} isDisabled={!canSave} onPress={onSave}>
          {t('saveBar.save')}
        </Button>
      </SaveBar>
      <ConfirmDialog
        title={t('discard.title')}
        confirmLabel={t('discard.confirm')}
        tone="danger"
        isOpen={isAsking}
        onConfirm={() => {
          setAsking(false)
          onDiscard()
        }}
        onCancel={() => setAsking(false)}
      >
        {t('discard.text', { changes })}
      </ConfirmDialog>
    </>
  )
}

/** Says before a save which back-ends and connections would be stored for nothing. */
function UnusedNote() {
  const t = useTranslations('storage.saveBar')
  const format = useFormatter()
  const { fields, storedFields, layers, kazooVersion } = useStorageDocument()
  const unused = newlyUnused(withOwnDocument(layers, storedFields), layers, kazooVersion)
  if (unused.length === 0) return null
  const names = unused.map(({ map, id }) => nameOf(objectAt(fields, formatPointer([map, id]))) ?? id)
  return <span className={styles.unused}> · {t('unused', { names: format.list(names) })}</span>
}
