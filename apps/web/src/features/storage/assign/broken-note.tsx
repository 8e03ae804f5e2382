import type { AccountsTouchedByDraft } from '@strata/api-types'
import { Link } from '@tanstack/react-router'
import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { toAccountStorage } from '../routes.ts'
import styles from './assign.module.css'
import { BrokenAccounts } from './broken-accounts.tsx'

/** As many names as fit in a line. */
const mostNamed = 4

/** Says in red whose storage fails once the draft is stored; which of their places, when asked. */
export function BrokenNote({ touched }: { touched: AccountsTouchedByDraft | undefined }) {
  const t = useTranslations('storageWhere.touched')
  const [isOpen, setOpen] = useState(false)
  if (touched === undefined || touched.broken_count === 0) return null
  const named = touched.broken.slice(0, mostNamed)
  const rest = touched.broken_count - named.length
  const title = t('breaks', { count: touched.broken_count })
  return (
    <div className={classNames(styles.note, styles.broken)} role="alert">
      <CircleAlert aria-hidden="true" />
      <p className={styles.text}>
        <b>{title}:</b>{' '}
        {named.map(({ id, name }, index) => (
          <span key={id}>
            {index === 0 ? '' : ', '}
            <Link {...toAccountStorage(id)}>{name}</Link>
          </span>
        ))}{' '}
        {rest > 0 ? t('more', { count: String(rest) }) : null}
      </p>
      <Button size="sm" variant="quiet" onPress={() => setOpen(true)}>
        {t('places')}
      </Button>
      <Dialog title={title} isOpen={isOpen} size="md" onOpenChange={setOpen}>
        <div className={styles.dialog}>
          <p>{t('breaksText')}</p>
          <BrokenAccounts touched={touched} />
        </div>
      </Dialog>
    </div>
  )
}
