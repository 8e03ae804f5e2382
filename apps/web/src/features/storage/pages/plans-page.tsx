import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Layers, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { BackLink, HeaderLink } from '#web/components/header-links.tsx'
import { Note } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useSession } from '#web/lib/session.tsx'
import { accountQuery } from '../api/account.ts'
import type { StoredStorage } from '../api/storage-document.ts'
import { storagePlansQuery } from '../api/storage-plans.ts'
import { entriesOf, textOf } from '../document/document-parts.ts'
import { newPlanId, toAccountPlan, toStorage, toSystemPlan } from '../routes.ts'
import styles from './link-table.module.css'

/** The plans of the system, or of a reseller. */
export function PlansPage({ accountId }: { accountId?: string }) {
  const t = useTranslations('storage.plans')
  const where = useTranslations('storageWhere.assign')
  const { read_only: readOnly } = useSession()
  const { data: plans, error, refetch } = useQuery(storagePlansQuery(accountId))
  const account = useQuery({ ...accountQuery(accountId ?? ''), enabled: accountId !== undefined })
  const title = accountId === undefined ? t('title') : t('titleOf', { account: account.data?.name ?? accountId })
  const toPlan = (id: string) => (accountId === undefined ? toSystemPlan(id) : toAccountPlan(accountId, id))
  const add =
    readOnly === null && error === null ? (
      <HeaderLink {...toPlan(newPlanId)}>
        <Plus aria-hidden="true" /> {t('add')}
      </HeaderLink>
    ) : null

  return (
    <Page
      header={
        <>
          <PageHeader title={title} subtitle={t('subtitle')} back={<BackLink {...toStorage()} />} actions={add} />
          {error === null ? <Note>{where('effect')}</Note> : null}
        </>
      }
      width="reading"
    >
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {error === null && plans === undefined ? <Skeleton /> : null}
      {plans?.length === 0 ? (
        <EmptyState icon={<Layers aria-hidden="true" />} title={t('none')} action={add}>
          {t('noneText')}
        </EmptyState>
      ) : null}
      {plans === undefined || plans.length === 0 ? null : (
        <ul className={styles.list}>
          {plans.map((plan) => (
            <li key={plan.id}>
              <Link {...toPlan(plan.id)} className={styles.row}>
                <PlanRow plan={plan} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function PlanRow({ plan }: { plan: StoredStorage }) {
  const t = useTranslations('storage')
  return (
    <>
      <span className={styles.name}>{textOf(plan.fields.name) ?? t('plans.unnamed')}</span>
      <code className={styles.id}>{plan.id}</code>
      <span className={styles.end}>
        {t('plans.summary', {
          backEnds: t('list.backEnds', { count: entriesOf(plan.fields, 'attachments').length }),
          connections: t('list.connections', {
            count: entriesOf(plan.fields, 'connections').filter(([id]) => id !== 'local').length,
          }),
        })}
      </span>
    </>
  )
}
