import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { toStorage } from '../routes.ts'
import styles from './back-link.module.css'

/** The way back to the list, on screens where it is a page of its own. */
export function BackLink() {
  const t = useTranslations('frame')
  return (
    <Link {...toStorage()} className={styles.back} aria-label={t('back')}>
      <ArrowLeft aria-hidden="true" />
    </Link>
  )
}
