import { createLink } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { LayerDot } from '#web/components/chip.tsx'
import { BackLink } from '#web/components/header-links.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { administers, useSession } from '#web/lib/session.tsx'
import {
  type OverviewSearch,
  toAccountPlans,
  toAccountStorage,
  toAccountUsers,
  toStorage,
  toSystemPlans,
  toSystemStorage,
  toUserStorage,
} from '../routes.ts'
import { AccountWhere } from '../where/account-where.tsx'
import styles from './storage-overview.module.css'

const layers = ['builtIn', 'system', 'plan', 'account', 'user'] as const

type Layer = (typeof layers)[number]

const colours = { builtIn: 'built-in', system: 'system', plan: 'plan', account: 'account', user: 'account' } as const

interface StorageOverviewProps {
  search: OverviewSearch
  /** Chooses the account that is asked about. */
  picker: ReactNode
}

/** Shown while nothing is chosen: which layers decide where things go, and the way to each. */
export function StorageOverview({ search, picker }: StorageOverviewProps) {
  const t = useTranslations('storage.overview')
  const session = useSession()
  const isAdmin = administers(session)
  const accountId = search.account ?? (session.is_superduper_admin ? undefined : session.account_id)
  return (
    <Page header={<PageHeader title={t('title')} back={<BackLink {...toStorage()} />} />} width="reading">
      <p className={styles.text}>{t('text')}</p>
      <div className={styles.where}>
        {isAdmin ? <div className={styles.picker}>{picker}</div> : null}
        {accountId === undefined ? null : <AccountWhere key={accountId} accountId={accountId} search={search} />}
      </div>
      <ol className={styles.layers}>
        {layers.map((layer) => (
          <li key={layer} className={styles.layer}>
            <h2 className={styles.title}>
              <LayerDot layer={colours[layer]} />
              {t(`layers.${layer}.title`)}
            </h2>
            <p>{t(`layers.${layer}.text`)}</p>
            <LayerLink layer={layer} />
          </li>
        ))}
      </ol>
    </Page>
  )
}

/** What of a layer the caller may open from here. */
function LayerLink({ layer }: { layer: Layer }) {
  const t = useTranslations('storage.overview.layers')
  const session = useSession()
  const { account_id: accountId, user_id: userId } = session
  const isAdmin = administers(session)
  switch (layer) {
    case 'builtIn':
      return null
    case 'system':
      return session.is_superduper_admin ? <OpenLink {...toSystemStorage()}>{t('system.open')}</OpenLink> : null
    case 'plan':
      if (session.is_superduper_admin) return <OpenLink {...toSystemPlans()}>{t('plan.open')}</OpenLink>
      return isAdmin && session.is_reseller ? (
        <OpenLink {...toAccountPlans(accountId)}>{t('plan.open')}</OpenLink>
      ) : null
    case 'account':
      return isAdmin ? <OpenLink {...toAccountStorage(accountId)}>{t('account.open')}</OpenLink> : null
    case 'user':
      if (isAdmin) return <OpenLink {...toAccountUsers(accountId)}>{t('user.open')}</OpenLink>
      return userId === null ? null : <OpenLink {...toUserStorage(accountId, userId)}>{t('user.openOwn')}</OpenLink>
  }
}

const OpenLink = createLink(function OpenAnchor({ children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={styles.link}>
      {children}
      <ChevronRight aria-hidden="true" />
    </a>
  )
})
