import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useOneTabStop } from '#web/lib/use-one-tab-stop.ts'
import styles from './list-column.module.css'

interface ListColumnProps {
  title: string
  /** Below the title: search and filters. */
  filter: ReactNode
  children: ReactNode
  footer?: ReactNode
}

/** The second column: what there is to choose from. What is shown beside it is brought into sight. */
export function ListColumn({ title, filter, children, footer }: ListColumnProps) {
  const { pathname } = useLocation()
  const items = useRef<HTMLDivElement>(null)
  useOneTabStop(items)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another current entry.
  useEffect(() => {
    items.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' })
  }, [pathname])

  return (
    <section className={styles.column} aria-label={title}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        {filter}
      </header>
      <div className={styles.items} ref={items}>
        {children}
      </div>
      {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
    </section>
  )
}

/** A heading inside the list. */
export function ListGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className={styles.group}>{title}</h3>
      {children}
    </section>
  )
}
