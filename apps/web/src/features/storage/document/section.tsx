import { type ReactNode, useEffect, useId, useRef } from 'react'
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
        <h2 id={id} ref={useFocusAfterRemoval(count)} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <p className={styles.about}>{count === undefined ? about : `${count} · ${about}`}</p>
        {action}
      </header>
      {children}
    </section>
  )
}

/** What was removed takes the focus with it: it goes to the heading of what is left, rather than to the top of the page. */
function useFocusAfterRemoval(count: number | undefined) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(count)
  useEffect(() => {
    const isFewer = (count ?? 0) < (before.current ?? 0)
    before.current = count
    if (isFewer && document.activeElement === document.body) heading.current?.focus()
  }, [count])
  return heading
}
