import { Database, HardDrive, Lock } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import popover from '#web/components/popover.module.css'
import { classNames } from '#web/lib/class-names.ts'
import { useSession } from '#web/lib/session.tsx'
import styles from './store-badge.module.css'

/** Which store one works on, always in sight; pressed, whose it is and whether it takes writes. */
export function StoreBadge() {
  const t = useTranslations('frame.store')
  const { store, store_address: address, origin, read_only: readOnly, kazoo_version: kazoo, version } = useSession()
  const name = address ?? t(store)
  return (
    <DialogTrigger>
      <Button className={classNames(styles.badge)} aria-label={t('label', { name })}>
        {readOnly !== null ? <Lock /> : store === 'embedded' ? <HardDrive /> : <Database />}
        <span className={styles.name}>{name}</span>
      </Button>
      <Popover placement="right bottom" className={classNames(popover.popover)}>
        <Dialog className={classNames(styles.details)} aria-label={t('title')}>
          <p>{store === 'embedded' ? t('isEmbedded') : t('isCouchdb', { address: address ?? '' })}</p>
          <p>{t(origin === 'kazoo' ? 'isKazoo' : 'isOwn')}</p>
          <p>{readOnly ?? t('takesWrites')}</p>
          <p className={styles.versions}>{t('versions', { version, kazoo })}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
