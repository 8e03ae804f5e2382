import type { TouchedAccounts } from '@strata/api-types'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { toAccountStorage } from '../routes.ts'
import styles from './assign.module.css'

/** Accounts by their names, each a link to its storage, and how many more there are. */
export function AccountNames({ touched: { accounts, count } }: { touched: TouchedAccounts }) {
  const t = useTranslations('storageWhere.touched')
  return (
    <ul className={styles.names}>
      {accounts.map(({ id, name }) => (
        <li key={id}>
          <Link {...toAccountStorage(id)}>{name}</Link>
        </li>
      ))}
      {count > accounts.length ? (
        <li className={styles.more}>{t('more', { count: String(count - accounts.length) })}</li>
      ) : null}
    </ul>
  )
}
