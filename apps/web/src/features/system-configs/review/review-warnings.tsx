import type { DryRun, DryRunWarning, LostLeaf } from '@strata/api-types'
import { sectionKind } from '@strata/layered-config'
import { useFormatter, useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { NewTabLink } from '#web/components/new-tab-link.tsx'
import { toTopology } from '#web/features/topology/routes.ts'
import { keyText } from '../words/key-text.ts'
import { useFieldText, useReviewedValue } from '../words/use-reading-words.ts'
import styles from './review-panel.module.css'

/** What to know of this change before saving it, a sentence each, and what others would undo later because of it. */
export function ReviewWarnings({ result }: { result: DryRun }) {
  const t = useTranslations('systemConfigs.review')
  const warnings = result.warnings.filter((warning) => !isOlder(warning))
  // What a sentence says already is not listed again.
  const told = new Set(warnings.map((warning) => ('pointer' in warning ? placeOf(warning) : '')))
  const lost = result.lost_by_other_clients.slice(0, result.lost_anew).filter((leaf) => !told.has(placeOf(leaf)))
  if (warnings.length === 0 && lost.length === 0) return null
  return (
    <section className={styles.part}>
      <h3>{t('warnings')}</h3>
      <WarningList warnings={warnings} />
      {lost.length === 0 ? null : <LostLeaves title={t('lostAnew', { count: lost.length })} lost={lost} />}
    </section>
  )
}

/** What was so before the change and stays so. */
export function TrueBefore({ result }: { result: DryRun }) {
  const t = useTranslations('systemConfigs.review')
  const warnings = result.warnings.filter(isOlder)
  const count = result.lost_count - result.lost_anew
  if (warnings.length === 0 && count === 0) return null
  const lost = result.lost_by_other_clients.slice(result.lost_anew)
  return (
    <details className={styles.lost}>
      <summary>{t('before', { count: warnings.length + count })}</summary>
      <WarningList warnings={warnings} />
      {count === 0 ? null : (
        <>
          <p>{t('lost', { count })}</p>
          {count > lost.length ? <p>{t('firstListed', { listed: lost.length })}</p> : null}
          <LostRows lost={lost} />
        </>
      )}
    </details>
  )
}

function isOlder({ code }: DryRunWarning): boolean {
  return code === 'wrong-type-stored'
}

function placeOf({ section, pointer }: { section: string; pointer: string }): string {
  return JSON.stringify([section, pointer])
}

function WarningList({ warnings }: { warnings: readonly DryRunWarning[] }) {
  return (
    <ul className={styles.warnings}>
      {warnings.map((warning) => (
        <li key={JSON.stringify(warning)}>
          <Warning warning={warning} />
        </li>
      ))}
    </ul>
  )
}

function LostLeaves({ title, lost }: { title: string; lost: readonly LostLeaf[] }) {
  return (
    <details className={styles.lost}>
      <summary>{title}</summary>
      <LostRows lost={lost} />
    </details>
  )
}

function LostRows({ lost }: { lost: readonly LostLeaf[] }) {
  return (
    <ul className={styles.rows}>
      {lost.map((leaf) => (
        <li key={placeOf(leaf)} className={styles.row}>
          <Lost leaf={leaf} />
        </li>
      ))}
    </ul>
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
    case 'doubtful-amount':
      return t(`doubt.${warning.doubt}`, { field: field(warning), usual: warning.usual ?? '' })
    case 'wrong-type-stored':
      return t(warning.code, { field: field(warning), keyword: warning.keyword })
    case 'zone-unknown':
      return (
        <>
          {t(warning.code, { nodes: format.list(warning.nodes), count: warning.nodes.length })}{' '}
          <NewTabLink {...toTopology()}>{topology('assignZones')}</NewTabLink>
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
