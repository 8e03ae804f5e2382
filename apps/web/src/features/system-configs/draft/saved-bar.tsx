import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { CopyButton } from '#web/components/copy-button.tsx'
import { FocusAfterwards } from '#web/components/focus-afterwards.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { SaveBar } from '#web/components/save-bar.tsx'
import { flushConfigs } from '../review/flush-commands.ts'
import { useFieldText } from '../words/use-reading-words.ts'
import styles from './saved-bar.module.css'
import type { LastSave } from './use-last-save.ts'
import { useSavedText } from './use-saved-text.ts'

/** What stays of the last save while nothing is unsaved: what it was, what nodes need to read it, and the way back. */
export function SavedBar({ last }: { last: LastSave }) {
  const t = useTranslations('systemConfigs.saved')
  const savedText = useSavedText()
  const fieldText = useFieldText()
  const { saved, undo, putAside } = last
  if (saved === undefined) return null
  const { lost } = saved.saved.way_back
  return (
    <SaveBar
      label={t('bar')}
      summary={
        <>
          <b>{savedText(saved.saved)}</b>
          <span className={styles.flush}>
            {t.rich('flush', { command: flushConfigs, code: (text) => <code key="command">{text}</code> })}
            <CopyButton text={flushConfigs} label={t('copy')} />
          </span>
          {lost.length === 0 ? null : (
            <span className={styles.lost}>{t('lost', { places: lost.map(fieldText).join(', ') })}</span>
          )}
        </>
      }
    >
      <FocusAfterwards />
      {undo === undefined ? null : (
        <Button variant="quiet" shortcut="Ctrl Z" onPress={undo}>
          {t('undoLast')}
        </Button>
      )}
      <IconButton icon={<X />} label={t('close')} onPress={putAside} />
    </SaveBar>
  )
}
