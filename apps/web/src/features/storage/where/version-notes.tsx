import { useFormatter, useTranslations } from 'use-intl'
import { useRouteWords } from '../plan/use-route-words.ts'
import type { RouteAnswer } from './route-answer.ts'
import styles from './where.module.css'

/** What one version of KAZOO does besides, or leaves undone. */
export function VersionNotes({ answer: { copies, ignored } }: { answer: RouteAnswer }) {
  const t = useTranslations('storageWhere.version')
  const format = useFormatter()
  const words = useRouteWords()
  const names = [...new Set(copies.map(({ id, name }) => name ?? id))]
  return (
    <>
      {names.length === 0 ? null : <p className={styles.version}>{t('copies', { names: format.list(names) })}</p>}
      {ignored.map(({ pointer }) => (
        <p key={pointer} className={styles.version}>
          {pointer.endsWith('/database/names')
            ? t('ignoredNames')
            : t('ignoredClass', { planClass: words.classTitle(pointer.split('/')[2] ?? '') })}
        </p>
      ))}
    </>
  )
}
