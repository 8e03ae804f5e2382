import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { History } from '#web/lib/draft/history.ts'
import { IconButton } from './icon-button.tsx'
import styles from './undo-buttons.module.css'

interface UndoButtonsProps {
  history: History<unknown>
  isDisabled: boolean
  onUndo: () => void
  onRedo: () => void
}

/** The steps of a draft back and forth, in its save bar. */
export function UndoButtons({ history, isDisabled, onUndo, onRedo }: UndoButtonsProps) {
  const t = useTranslations('components.steps')
  return (
    <span className={styles.steps}>
      <IconButton
        icon={<Undo2 />}
        label={t('undo')}
        shortcut="Ctrl Z"
        isDisabled={history.past.length === 0 || isDisabled}
        onPress={onUndo}
      />
      <IconButton
        icon={<Redo2 />}
        label={t('redo')}
        shortcut="Ctrl Shift Z"
        isDisabled={history.future.length === 0 || isDisabled}
        onPress={onRedo}
      />
    </span>
  )
}
