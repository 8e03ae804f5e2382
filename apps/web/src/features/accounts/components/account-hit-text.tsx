import type { AccountHit } from '@strata/api-types'
import { Database } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Chip } from '#web/components/chip.tsx'
import list from '#web/components/list-box.module.css'

/** An account in a list: its name, where in the tree it sits, and what is special about it. */
export function AccountHitText({ hit }: { hit: AccountHit }) {
  const t = useTranslations('frame.accountPicker')
  return (
    <>
      <span className={list.text}>
        <span className={list.label}>{hit.name}</span>
        <span className={list.description}>{[...hit.path, hit.realm].filter(Boolean).join(' › ')}</span>
      </span>
      {hit.is_reseller ? <Chip>{t('reseller')}</Chip> : null}
      {hit.has_storage ? <Database role="img" aria-label={t('hasStorage')} /> : null}
    </>
  )
}
