import type { ReactNode } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import { useDocumentTitle } from '#web/lib/use-document-title.ts'
import styles from './page-header.module.css'

interface PageHeaderProps {
  /** Also names the browser's tab. */
  title: string
  /** The title is a key or an id: monospaced. */
  isCode?: boolean
  /** What it is, in a line. */
  subtitle?: ReactNode
  /** At the end of the line: views, buttons. */
  actions?: ReactNode
  /** A link to the list this was chosen from; shown where the list is not beside it. */
  back?: ReactNode
}

export function PageHeader({ title, isCode = false, subtitle, actions, back }: PageHeaderProps) {
  useDocumentTitle(title)
  return (
    <header className={styles.header}>
      {back === undefined ? null : <div className={styles.back}>{back}</div>}
      <div className={styles.words}>
        <h1 className={classNames(styles.title, isCode && styles.code)}>{title}</h1>
        {subtitle === undefined ? null : <p className={styles.subtitle}>{subtitle}</p>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
