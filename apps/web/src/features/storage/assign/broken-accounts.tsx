import type { AccountsTouchedByDraft } from '@strata/api-types'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { toAccountStorage } from '../routes.ts'
import styles from './assign.module.css'

/** The accounts whose storage would fail, each a link to it, with the places that would name what is gone. */
export function BrokenAccounts({ touched: { broken, broken_count: count } }: { touched: AccountsTouchedByDraft }) {
  const t = useTranslations('storageWhere.touched')
  return (
    <ul className={styles.names}>
      {broken.map(({ id, name, paths }) => (
        <li key={id}>
          <Link {...toAccountStorage(id)}>{name}</Link>
          <ul className={styles.paths}>
            {paths.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </li>
      ))}
      {count > broken.length ? (
        <li className={styles.more}>{t('more', { count: String(count - broken.length) })}</li>
      ) : null}
    </ul>
  )
}
