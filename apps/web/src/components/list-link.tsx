import { createLink } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, type ReactNode, type Ref, useEffect, useRef } from 'react'
import { classNames } from '#web/lib/class-names.ts'
import styles from './list-link.module.css'

interface ListAnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** At the end: a count, a chip. */
  end?: ReactNode
  /** A second line. */
  description?: ReactNode
  icon?: ReactNode
  isCode?: boolean
  ref?: Ref<HTMLAnchorElement>
}

function ListAnchor({ end, description, icon, isCode = false, children, className, ...rest }: ListAnchorProps) {
  const text = useRef<HTMLSpanElement>(null)
  const isCurrent = rest['aria-current'] === 'page'

  useEffect(() => {
    if (isCurrent) text.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])

  return (
    <a {...rest} className={classNames(styles.item, className)}>
      {icon}
      <span ref={text} className={styles.text}>
        <span className={classNames(styles.label, isCode && styles.code)}>{children}</span>
        {description === undefined ? null : <span className={styles.description}>{description}</span>}
      </span>
      {end === undefined ? null : <span className={styles.end}>{end}</span>}
    </a>
  )
}

/** An entry of the list column; `aria-current`, and scrolled into sight, where it leads to the page shown. */
export const ListLink = createLink(ListAnchor)
