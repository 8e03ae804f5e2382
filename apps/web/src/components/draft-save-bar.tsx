import { Redo2, Undo2 } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { DraftState } from '#web/lib/draft/use-draft.ts'
import { usePageAction } from '#web/lib/page-actions.ts'
import { Button } from './button.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './save-bar.module.css'
import { SaveBar } from './save-bar.tsx'

interface DraftSaveBarProps {
  draft: Pick<DraftState<unknown, unknown>, 'history' | 'undo' | 'redo' | 'discard' | 'count'>
  /** How much is unsaved, and what stands in the way. */
  summary: ReactNode
  isPending: boolean
  canSave: boolean
  onSave: () => void
  /** What else is let go of with the changes. */
  onDiscard?: () => void
  /** Other ways than Save. */
  children?: ReactNode
}

/** The bar of every draft: how much is unsaved, with the ways out: undo, discard, save. */
export function DraftSaveBar({ draft, summary, isPending, canSave, onSave, onDiscard, children }: DraftSaveBarProps) {
  const t = useTranslations('components.save')
  const [isAsking, setAsking] = useState(false)
  usePageAction({ label: t('submit'), shortcut: 'Ctrl S', run: onSave }, canSave && !isPending)
  usePageAction({ label: t('discardAction'), run: () => setAsking(true) }, !isPending)
  const { history } = draft

  // The bar takes room from the form: the field that is being edited must stay in sight.
  useEffect(() => {
    document.activeElement?.scrollIntoView({ block: 'nearest' })
  }, [])

  return (
    <>
      <SaveBar label={t('bar')} summary={summary}>
        <span className={styles.steps}>
          <IconButton
            icon={<Undo2 />}
            label={t('undo')}
            shortcut="Ctrl Z"
            isDisabled={history.past.length === 0 || isPending}
            onPress={draft.undo}
          />
          <IconButton
            icon={<Redo2 />}
            label={t('redo')}
            shortcut="Ctrl Shift Z"
            isDisabled={history.future.length === 0 || isPending}
            onPress={draft.redo}
          />
        </span>
        <Button isDisabled={isPending} onPress={() => setAsking(true)}>
          {t('discard')}
        </Button>
        {children}
        <Button variant="primary" shortcut="Ctrl S" isPending={isPending} isDisabled={!canSave} onPress={onSave}>
          {t('submit')}
        </Button>
      </SaveBar>
      <ConfirmDialog
        title={t('discardTitle')}
        confirmLabel={t('discard')}
        tone="danger"
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onDiscard?.()
          draft.discard()
        }}
      >
        {t('discardText', { count: draft.count })}
      </ConfirmDialog>
    </>
  )
}
