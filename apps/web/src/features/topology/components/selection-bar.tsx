import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import styles from './selection-bar.module.css'

interface SelectionBarProps {
  count: number
  onAssign: () => void
  onRemove: () => void
  onClear: () => void
}

/** What can be done to all selected nodes at once. */
export function SelectionBar({ count, onAssign, onRemove, onClear }: SelectionBarProps) {
  const t = useTranslations('topology.selection')
  return (
    <section className={styles.bar} aria-label={t('label')}>
      <span className={styles.count} role="status">
        {t('count', { count })}
      </span>
      <Button size="sm" variant="primary" onPress={onAssign}>
        {t('assign')}
      </Button>
      <Button size="sm" onPress={onRemove}>
        {t('remove')}
      </Button>
      <Button size="sm" variant="quiet" onPress={onClear}>
        {t('clear')}
      </Button>
    </section>
  )
}
