import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'
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
  return (
    <a {...rest} className={classNames(styles.item, className)}>
      {icon}
      <span className={styles.text}>
        <span className={classNames(styles.label, isCode && styles.code)}>{children}</span>
        {description === undefined ? null : <span className={styles.description}>{description}</span>}
      </span>
      {end === undefined ? null : <span className={styles.end}>{end}</span>}
    </a>
  )
}

/** An entry of the list column; `aria-current` where it leads to the page shown. */
export const ListLink = createLink(ListAnchor)
