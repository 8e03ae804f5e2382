import { useTranslations } from 'use-intl'
import styles from './skeleton.module.css'

/** Stands where lines of content will be. Appears only when the wait is long enough to be noticed. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const t = useTranslations('components')
  return (
    <div className={styles.skeleton} role="status">
      <span className={styles.label}>{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move.
        <span key={line} className={styles.line} />
      ))}
    </div>
  )
}
