import { Users } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { useStorageDocument } from '../components/document-context.ts'
import { AccountNames } from './account-names.tsx'
import styles from './assign.module.css'
import { useTouchedAccounts } from './use-touched-accounts.ts'

/** As many names as fit in a line. */
const mostNamed = 4

/** Whom saving touches, said beside the button that does so. */
export function TouchedNote() {
  const t = useTranslations('storageWhere.touched')
  const format = useFormatter()
  const { place } = useStorageDocument()
  const [isOpen, setOpen] = useState(false)
  const touched = useTouchedAccounts(place)
  if (touched === undefined || touched.count === 0) return null
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
