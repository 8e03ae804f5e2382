import { Button } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Popover } from '#web/components/popover.tsx'
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
    <Popover label={words} trigger={<Button className={styles.fact ?? ''}>{words}</Button>}>
      <AccountNames touched={touched} />
    </Popover>
  )
}
