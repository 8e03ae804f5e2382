import { createLink, Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { AnchorHTMLAttributes, Ref } from 'react'
import { useTranslations } from 'use-intl'
import { toStorage } from '../routes.ts'
import back from './back-link.module.css'
import styles from './header-link.module.css'

function HeaderAnchor(props: AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }) {
  return <a {...props} className={styles.link} />
}

/** A link in a page's header, to what lies beside the page. */
export const HeaderLink = createLink(HeaderAnchor)

/** The way back to the list, on screens where it is a page of its own. */
export function BackLink() {
  const t = useTranslations('frame')
  return (
    <Link {...toStorage()} className={back.back} aria-label={t('back')}>
      <ArrowLeft aria-hidden="true" />
    </Link>
  )
}
