import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { LayerDot } from '#web/components/chip.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { useSession } from '#web/lib/session.tsx'
import {
  toAccountPlans,
  toAccountStorage,
  toAccountUsers,
  toSystemPlans,
  toSystemStorage,
  toUserStorage,
} from '../routes.ts'
import styles from './storage-overview.module.css'

const layers = ['builtIn', 'system', 'plan', 'account', 'user'] as const

type Layer = (typeof layers)[number]

const colours = { builtIn: 'built-in', system: 'system', plan: 'plan', account: 'account', user: 'account' } as const

/** Shown while nothing is chosen: which layers decide where things go, and the way to each. */
export function StorageOverview() {
  const t = useTranslations('storage.overview')
  return (
    <Page header={<PageHeader title={t('title')} />} width="reading">
      <p className={styles.text}>{t('text')}</p>
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
      <p className={styles.text}>{t('find')}</p>
    </Page>
  )
}

/** What of a layer the caller may open from here. */
function LayerLink({ layer }: { layer: Layer }) {
  const t = useTranslations('storage.overview')
  const link = useLink(layer)
  if (link === undefined) return null
  return (
    <Link {...link} className={styles.link}>
      {t(`layers.${layer}.open`)}
      <ChevronRight aria-hidden="true" />
    </Link>
  )
}

function useLink(layer: Layer) {
  const { account_id: accountId, user_id: userId, ...session } = useSession()
  switch (layer) {
    case 'builtIn':
      return undefined
    case 'system':
      return session.is_superduper_admin ? toSystemStorage() : undefined
    case 'plan':
      if (session.is_superduper_admin) return toSystemPlans()
      return session.is_reseller && session.is_account_admin ? toAccountPlans(accountId) : undefined
    case 'account':
      return session.is_superduper_admin || session.is_account_admin ? toAccountStorage(accountId) : undefined
    case 'user':
      if (session.is_superduper_admin || session.is_account_admin) return toAccountUsers(accountId)
      return userId === null ? undefined : toUserStorage(accountId, userId)
  }
}
