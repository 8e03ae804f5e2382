import type { DocumentVersion } from '@strata/api-types'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Select } from '../select.tsx'
import { TextDifference } from '../text-difference.tsx'
import { versionText } from './version-text.ts'
import styles from './versions.module.css'

interface ComparedVersionsProps {
  read: DocumentVersion
  others: readonly DocumentVersion[]
  /** Of the others, the one that is looked at; undefined where none can be shown. */
  other: DocumentVersion | undefined
  onCompare: (revision: string) => void
}

/** The version that is read and another one: when each was saved, and where they differ. */
export function ComparedVersions({ read, others, other, onCompare }: ComparedVersionsProps) {
  const t = useTranslations('versions')
  const saved = useSaved()
  const before = useMemo(() => versionText(read.document), [read])
  const after = useMemo(() => (other === undefined ? before : versionText(other.document)), [other, before])
  return (
    <>
      {others.length < 2 ? null : (
        <Select
          label={t('other')}
          options={others.map((version) => ({
            value: version.revision,
            label: saved(version),
            description: t('revision', { revision: version.revision }),
          }))}
          value={other?.revision}
          onChange={onCompare}
        />
      )}
      <div className={styles.sides}>
        <Side title={t('read')} version={read} mark="−" />
        {other === undefined ? null : <Side title={t('another')} version={other} mark="+" />}
      </div>
      {other === undefined ? null : before === after ? (
        <p className={styles.text}>{t('same')}</p>
      ) : (
        <div className={styles.difference}>
          <TextDifference label={t('difference')} before={before} after={after} />
        </div>
      )}
    </>
  )
}

interface SideProps {
  title: string
  version: DocumentVersion
  /** What stands before lines that it alone has. */
  mark: string
}

function Side({ title, version, mark }: SideProps) {
  const t = useTranslations('versions')
  const saved = useSaved()
  return (
    <section className={styles.side} aria-label={title}>
      <h3>
        <span className={styles.mark} aria-hidden="true">
          {mark}
        </span>{' '}
        {title}
      </h3>
      <p>{saved(version)}</p>
      <p className={styles.revision}>{t('revision', { revision: version.revision })}</p>
    </section>
  )
}

function useSaved(): (version: DocumentVersion) => string {
  const t = useTranslations('versions')
  const format = useFormatter()
  return ({ modified }) =>
    modified === null
      ? t('savedUnknown')
      : t('saved', { time: format.dateTime(new Date(modified), { dateStyle: 'medium', timeStyle: 'short' }) })
}
