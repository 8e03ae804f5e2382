import type { ReactNode } from 'react'
import styles from './save-bar.module.css'

interface SaveBarProps {
  /** Accessible name of the region. */
  label: string
  /** "2 changes · 1 invalid". Announced when it changes. */
  summary: ReactNode
  /** The buttons, Save last. */
  children: ReactNode
}

/** Stands below the page as long as something is unsaved. */
export function SaveBar({ label, summary, children }: SaveBarProps) {
  return (
    <section className={styles.bar} aria-label={label}>
      <div className={styles.summary} role="status">
        {summary}
      </div>
      <div className={styles.buttons}>{children}</div>
    </section>
  )
}
