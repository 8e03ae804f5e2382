import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

interface SectionProps {
  title: string
  /** What it is, in a few words. */
  about: string
  count?: number
  action?: ReactNode
  children: ReactNode
}

/** One part of a storage document. */
export function Section({ title, about, count, action, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <p className={styles.about}>{count === undefined ? about : `${count} · ${about}`}</p>
        {action}
      </header>
      {children}
    </section>
  )
}
