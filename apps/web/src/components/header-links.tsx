import { createLink } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { AnchorHTMLAttributes, Ref } from 'react'
import { useTranslations } from 'use-intl'
import { classNames } from '#web/lib/class-names.ts'
import styles from './header-links.module.css'

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>
}

interface HeaderAnchorProps extends AnchorProps {
  /** `quiet`: no frame, for other views of the same thing; `framed`: like a button. */
  variant?: 'framed' | 'quiet'
}

function HeaderAnchor({ variant = 'framed', ...rest }: HeaderAnchorProps) {
  return <a {...rest} className={classNames(styles.link, styles[variant])} />
}

function BackAnchor({ href, 'aria-label': label, ...rest }: AnchorProps) {
  const t = useTranslations('frame')
  return (
    <a {...rest} href={href} className={styles.back} aria-label={label ?? t('back')}>
      <ArrowLeft aria-hidden="true" />
    </a>
  )
}

/** A link in a page's header, to what lies beside the page. */
export const HeaderLink = createLink(HeaderAnchor)

/** The way back from a page, to the list unless it is named otherwise: for screens where that is a page of its own. */
export const BackLink = createLink(BackAnchor)
