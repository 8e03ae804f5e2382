import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { HeaderLink } from '#web/components/header-links.tsx'
import { accountQuery } from '../api/account.ts'
import { storageDocumentQuery } from '../api/storage-document.ts'
import { textOf } from '../document/document-parts.ts'
import { newPlanId, type StorageSearch, toAccountPlans, toSystemPlans } from '../routes.ts'
import type { StoragePlace } from './place.ts'
import { StorageDocumentPage } from './storage-document-page.tsx'

interface PlanPageProps {
  /** Of the reseller whose plan it is; without one it is the system's. */
  accountId?: string
  planId: string
  search: StorageSearch
}

/** A storage plan, or a new one. */
export function PlanPage({ accountId, planId, search }: PlanPageProps) {
  const t = useTranslations('storage')
  const isNew = planId === newPlanId
  const place: StoragePlace = { scope: 'plan', accountId, planId: isNew ? undefined : planId }
  const { data } = useQuery(storageDocumentQuery(place))
  const named = textOf(data?.fields.name)
  return (
    <StorageDocumentPage
      place={place}
      search={search}
      title={named ?? t(isNew ? 'newPlanTitle' : data === undefined ? 'planTitle' : 'plans.unnamed')}
      about={accountId === undefined ? t('scope.systemPlan') : <OfReseller accountId={accountId} />}
      links={
        <HeaderLink {...(accountId === undefined ? toSystemPlans() : toAccountPlans(accountId))}>
          {t('plans.all')}
        </HeaderLink>
      }
    />
  )
}

function OfReseller({ accountId }: { accountId: string }) {
  const t = useTranslations('storage')
  const { data: account } = useQuery(accountQuery(accountId))
  return t.rich('scope.accountPlan', {
    account: () => (
      <Link key="account" {...toAccountPlans(accountId)}>
        {account?.name ?? accountId}
      </Link>
    ),
  })
}
