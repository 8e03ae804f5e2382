import type { AccountsTouchedByDraft, TouchedAccounts } from '@strata/api-types'
import { Link } from '@tanstack/react-router'
import { CircleAlert, Users } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { classNames } from '#web/lib/class-names.ts'
import { useDebounced } from '#web/lib/use-debounced.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { toAccountStorage } from '../routes.ts'
import { AccountNames } from './account-names.tsx'
import styles from './assign.module.css'
import { BrokenAccounts } from './broken-accounts.tsx'
import { useBrokenAccounts, useTouchedAccounts } from './use-touched-accounts.ts'

/** As many names as fit in a line. */
const mostNamed = 4

/** Whom saving touches, and whose storage fails by it, said beside the button that does so. */
export function TouchedNote() {
  const { place, fields } = useStorageDocument()
  const touched = useTouchedAccounts(place)
  const draft = useDebounced(fields, 250)
  const isUsed = touched !== undefined && touched.count > 0
  const broken = useBrokenAccounts(place, isUsed ? draft : undefined)
  if (!isUsed) return null
  return (
    <>
      <BrokenNote touched={broken} />
      <Touched touched={touched} />
    </>
  )
}

function Touched({ touched }: { touched: TouchedAccounts }) {
  const t = useTranslations('storageWhere.touched')
  const format = useFormatter()
  const [isOpen, setOpen] = useState(false)
  const named = touched.accounts.slice(0, mostNamed).map(({ name }) => name)
  const rest = touched.count - named.length
  return (
    <section className={styles.note} aria-label={t('label')}>
      <Users aria-hidden="true" />
      <p className={styles.text}>
        <b>{t('touches', { count: touched.count })}</b>{' '}
        {rest > 0
          ? t('named', { names: format.list(named, { type: 'unit' }), rest: String(rest) })
          : format.list(named)}
      </p>
      {rest > 0 ? (
        <>
          <Button size="sm" variant="quiet" onPress={() => setOpen(true)}>
            {t('all')}
          </Button>
          <Dialog title={t('touches', { count: touched.count })} isOpen={isOpen} size="sm" onOpenChange={setOpen}>
            <AccountNames touched={touched} />
          </Dialog>
        </>
      ) : null}
    </section>
  )
}

/** Says in red whose storage fails once the draft is stored; which of their places, when asked. */
function BrokenNote({ touched }: { touched: AccountsTouchedByDraft | undefined }) {
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
