import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'
import styles from './header-link.module.css'

function HeaderAnchor(props: AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }) {
  return <a {...props} className={styles.link} />
}

/** A link in a page's header, to what lies beside the page. */
export const HeaderLink = createLink(HeaderAnchor)
