import { useNavigate } from '@tanstack/react-router'
import { FilePen } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Menu, MenuItem, MenuSection } from '#web/components/menu.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useWaitingDrafts } from '#web/lib/draft/use-waiting-drafts.ts'
import styles from './rail.module.css'

/** What is left to finish in this browser, of every kind, in sight as long as there is any. */
export function WaitingDrafts() {
  const t = useTranslations('frame.drafts')
  const navigate = useNavigate()
  const pages = useWaitingDrafts().flatMap(({ page }) => page ?? [])
  if (pages.length === 0) return null
  return (
    <Menu
      placement="right bottom"
      aria-label={t('title')}
      trigger={
        <Button className={classNames(styles.area, styles.drafts)} aria-label={t('label', { count: pages.length })}>
          <FilePen aria-hidden="true" />
          <span className={styles.label}>{t('short', { count: pages.length })}</span>
        </Button>
      }
    >
      <MenuSection title={t('title')}>
        {pages.map(({ path, title }) => (
          <MenuItem key={path} onAction={() => void navigate({ href: path })}>
            {title}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  )
}
