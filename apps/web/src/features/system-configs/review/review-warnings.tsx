import type { DryRun, DryRunWarning, LostLeaf } from '@strata/api-types'
import { sectionKind } from '@strata/layered-config'
import { Link } from '@tanstack/react-router'
import { useFormatter, useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { keyText } from '../words/key-text.ts'
import { useFieldText, useReviewedValue } from '../words/use-reading-words.ts'
import styles from './review-panel.module.css'

/** What to know before saving, a sentence each, and what others would undo later. */
export function ReviewWarnings({ result }: { result: DryRun }) {
  const t = useTranslations('systemConfigs.review')
  const { warnings, lost_by_other_clients: lost, lost_count: lostCount } = result
  if (warnings.length === 0 && lostCount === 0) return null
  return (
    <section className={styles.part}>
      <h3>{t('warnings')}</h3>
      <ul className={styles.warnings}>
        {warnings.map((warning) => (
          <li key={JSON.stringify(warning)}>
            <Warning warning={warning} />
          </li>
        ))}
      </ul>
      {lostCount === 0 ? null : (
        <details className={styles.lost}>
          <summary>{t('lost', { count: lostCount })}</summary>
          {lostCount > lost.length ? <p>{t('firstListed', { listed: lost.length })}</p> : null}
          <ul className={styles.rows}>
            {lost.map((leaf) => (
              <li key={`${leaf.section} ${leaf.pointer}`} className={styles.row}>
                <Lost leaf={leaf} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Warning({ warning }: { warning: DryRunWarning }) {
  const t = useTranslations('systemConfigs.review.warning')
  const topology = useTranslations('topology')
  const format = useFormatter()
  const zones = useZones()
  const field = useFieldText()
  switch (warning.code) {
    case 'no-node-affected':
      return t(warning.code)
    case 'dropped-as-inherited':
    case 'pin-of-schema-default':
      return t(warning.code, { field: field(warning) })
    case 'masked-override':
      return t(warning.code, { field: field(warning), zones: zones(warning.zones), count: warning.zones.length })
    case 'read-by-nobody':
      return t(warning.code, { field: field(warning), key: keyText(warning.instead), section: warning.section })
    case 'kazoo-cannot-show':
    case 'readers-crash':
      return t(warning.code, { field: field(warning) })
    case 'wrong-type-stored':
      return t(warning.code, { field: field(warning), keyword: warning.keyword })
    case 'zone-unknown':
      return (
        <>
          {t(warning.code, { nodes: format.list(warning.nodes), count: warning.nodes.length })}{' '}
          <Link to="/topology">{topology('assignZones')}</Link>
        </>
      )
  }
}

function Lost({ leaf }: { leaf: LostLeaf }) {
  const t = useTranslations('systemConfigs.review.lostReason')
  const value = useReviewedValue()
  const zones = useZones()
  const { section, pointer, reason, zones: named = [] } = leaf
  return (
    <>
      <ReviewKey section={section} pointer={pointer} /> <b>{value(leaf.value)}</b>{' '}
      <span className={styles.quiet}>
        {reason === 'masked' ? t(reason, { zones: zones(named), count: named.length }) : t(reason)}
      </span>
    </>
  )
}

function useZones(): (zones: readonly string[]) => string {
  const t = useTranslations('systemConfigs.review')
  const format = useFormatter()
  return (zones) => format.list(zones.map((zone) => t('zone', { zone })))
}

/** A place of the document: the section, and the key in it. */
export function ReviewKey({ section, pointer }: { section: string; pointer: string }) {
  const t = useTranslations('systemConfigs.review')
  return (
    <>
      <LayerChip layer={sectionKind(section)}>{section}</LayerChip>{' '}
      <code className={styles.key}>{pointer === '' ? t('sectionItself') : keyText(pointer)}</code>
    </>
  )
}
