import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { SaveBar } from '#web/components/save-bar.tsx'
import { bulkLimits, type bulkOf } from './bulk-of.ts'
import styles from './sweep-selection-bar.module.css'

interface SweepSelectionBarProps {
  bulk: ReturnType<typeof bulkOf>
  onClear: () => void
  onReview: () => void
}

/** How much is chosen, what does not fit into one change, and the way on. */
export function SweepSelectionBar({ bulk: { write, included, leftOut }, onClear, onReview }: SweepSelectionBarProps) {
  const t = useTranslations('sweep.selection')
  return (
    <SaveBar
      label={t('label')}
      summary={
        <>
          {t.rich('summary', {
            count: included.length,
            categories: write.changes.length,
            b: (text) => <b key="count">{text}</b>,
          })}
          {leftOut === 0 ? null : (
            <span className={styles.leftOut}> · {t('leftOut', { count: leftOut, ...bulkLimits })}</span>
          )}
        </>
      }
    >
      <Button onPress={onClear}>{t('clear')}</Button>
      <Button variant="primary" onPress={onReview}>
        {t('review')}
      </Button>
    </SaveBar>
  )
}
