import type { KeyEffect, NodeGroup, RuntimeReading } from '@strata/api-types'
import { isSecretMarker } from '@strata/layered-config'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { keyText } from '../words/key-text.ts'
import { useReadingText, useWhere } from '../words/use-reading-words.ts'
import { type PlacedGroup, placedGroups } from './placed-groups.ts'
import styles from './review-panel.module.css'

/** Per key, what which nodes read before and after. */
export function ReviewEffects({ effects }: { effects: readonly KeyEffect[] }) {
  const t = useTranslations('systemConfigs.review')
  return (
    <section className={styles.part}>
      <h3>{t('runtime')}</h3>
      {effects.length === 0 ? <p>{t('noEffect')}</p> : null}
      <ul className={styles.rows}>
        {effects.map((effect) => (
          <li key={effect.pointer} className={styles.row}>
            <code className={styles.key}>{keyText(effect.pointer)}</code>
            {effect.is_whole ? <p className={styles.quiet}>{t('whole')}</p> : null}
            <ul className={styles.groups}>
              {placedGroups(effect.changed).map((placed) => (
                <Nodes key={groupKey(placed.group)} placed={placed}>
                  <Change {...placed.group} />
                </Nodes>
              ))}
            </ul>
            <Unchanged groups={effect.unchanged.filter((group) => !isElsewhere(group))} />
            <Elsewhere groups={effect.unchanged.filter(isElsewhere)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Change({ before, after }: { before: RuntimeReading; after: RuntimeReading }) {
  const t = useTranslations('systemConfigs.review')
  const text = useReadingText()
  if (isSecretReading(before) && isSecretReading(after)) return <b>{t('secretChanged')}</b>
  return t.rich('changed', {
    before: text(before),
    after: text(after),
    s: (value) => <s key="before">{value}</s>,
    b: (value) => <b key="after">{value}</b>,
  })
}

type UnchangedGroup = KeyEffect['unchanged'][number]

function Unchanged({ groups }: { groups: readonly UnchangedGroup[] }) {
  return (
    <ul className={styles.unchanged}>
      {placedGroups(groups).map((placed) => (
        <Nodes key={groupKey(placed.group)} placed={placed}>
          <NoChange placed={placed} />
        </Nodes>
      ))}
    </ul>
  )
}

/** Nodes that read none of the changed sections: of no interest beside those that do, until somebody asks. */
function Elsewhere({ groups }: { groups: readonly UnchangedGroup[] }) {
  const t = useTranslations('systemConfigs.review')
  if (groups.length === 0) return null
  return (
    <details className={styles.all}>
      <summary>{t('elsewhere')}</summary>
      <Unchanged groups={groups} />
    </details>
  )
}

function isElsewhere({ reason, reading }: UnchangedGroup): boolean {
  return reason === 'not-addressed' || (reason === 'masked' && reading.layer === 'built-in')
}

function NoChange({ placed }: { placed: PlacedGroup<UnchangedGroup> }) {
  const t = useTranslations('systemConfigs.review.unchanged')
  const { reading, reason, zone } = placed.group
  const value = useReadingText()(reading)
  if (reason === 'same-value') return t('sameValue', { value })
  if (reason === 'not-addressed' || reading.layer === 'built-in') return t('notAddressed', { value })
  if (reading.layer !== 'zone') return t(reading.layer, { value })
  return zone === null || placed.places.length > 1 ? t('zoneUnknown', { value }) : t('zone', { value, zone })
}

const NAMED = 3

/** Who is meant, where, and what holds for them: a few by name, all of them behind a click. */
function Nodes({ placed, children }: { placed: PlacedGroup<NodeGroup>; children: ReactNode }) {
  const t = useTranslations('systemConfigs.review')
  const format = useFormatter()
  const where = useWhere()
  const { nodes, count, others } = placed.group
  const named = count > NAMED ? nodes.slice(0, 1) : nodes
  const label = t('nodes', {
    count,
    names: named.join(', '),
    more: count - named.length,
    others: others ? 'yes' : 'no',
  })
  return (
    <li>
      <span className={styles.nodes}>{label}</span>{' '}
      <span className={styles.quiet}>({format.list(placed.places.map(where), { type: 'disjunction' })}):</span>{' '}
      {children}
      {count > NAMED ? (
        <details className={styles.all}>
          <summary>{t('allNodes')}</summary>
          {nodes.join(', ')} {count > nodes.length ? t('notNamed', { count: count - nodes.length }) : null}
        </details>
      ) : null}
    </li>
  )
}

function groupKey(group: NodeGroup): string {
  return JSON.stringify([group.zone, group.zone_is, group.nodes[0], group.others])
}

function isSecretReading(reading: RuntimeReading): boolean {
  return reading.layer !== 'built-in' && isSecretMarker(reading.value)
}
