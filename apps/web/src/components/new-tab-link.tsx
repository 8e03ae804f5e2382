import { createLink } from '@tanstack/react-router'
import { ExternalLink } from 'lucide-react'
import type { AnchorHTMLAttributes, Ref } from 'react'
import { useTranslations } from 'use-intl'
import styles from './new-tab-link.module.css'

interface NewTabAnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>
}

function NewTabAnchor({ children, ...rest }: NewTabAnchorProps) {
  const t = useTranslations('components')
  return (
    <a {...rest} target="_blank" rel="noopener" title={t('newTab')}>
      {children}
      <ExternalLink className={styles.icon} aria-hidden="true" />
    </a>
  )
}

/** A link out of a review: what is looked at stays open, and goes on where it was. */
export const NewTabLink = createLink(NewTabAnchor)
