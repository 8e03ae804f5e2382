import type { ReactNode } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import styles from './page.module.css'

interface PageProps {
  /** `PageHeader`, and below it what stays in sight while the content scrolls. */
  header: ReactNode
  children: ReactNode
  /** `SaveBar`, when there is something to save. */
  footer?: ReactNode
  /** Limits the content to a comfortable width; forms of rows use it all. */
  width?: 'full' | 'reading'
}

/** The main column: header above, content that scrolls, a bar below. */
export function Page({ header, children, footer, width = 'full' }: PageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.top}>{header}</div>
      <div className={styles.scroll} data-scroll="">
        <div className={classNames(styles.content, width === 'reading' && styles.reading)}>{children}</div>
      </div>
      {footer}
    </div>
  )
}
