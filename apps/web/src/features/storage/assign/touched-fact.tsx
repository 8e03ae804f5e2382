import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import popover from '#web/components/popover.module.css'
import { classNames } from '#web/lib/class-names.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { AccountNames } from './account-names.tsx'
import styles from './assign.module.css'
import { useTouchedAccounts } from './use-touched-accounts.ts'

/** How many accounts a plan, or the system's document, counts for; which ones, when asked. */
export function TouchedFact() {
  const t = useTranslations('storageWhere.touched')
  const { place } = useStorageDocument()
  const touched = useTouchedAccounts(place)
  if (touched === undefined) return null
  const words = t(place.scope === 'plan' ? 'followedBy' : 'countsFor', { count: touched.count })
  if (touched.count === 0) return <span>{words}</span>
  return (
    <DialogTrigger>
      <Button className={classNames(styles.fact)}>{words}</Button>
      <Popover className={classNames(popover.popover)} placement="bottom start" offset={6}>
        <Dialog aria-label={words} className={classNames(popover.content)}>
          <AccountNames touched={touched} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
