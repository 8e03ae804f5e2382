import type { KeyEffect, NodeGroup, RuntimeReading } from '@strata/api-types'
import { isSecretMarker } from '@strata/layered-config'
import { Fragment } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { NewTabLink } from '#web/components/new-tab-link.tsx'
import { Term } from '#web/components/term.tsx'
import { toNode } from '../node/routes.ts'
import { keyText } from '../words/key-text.ts'
import { useReadingText, useWhere } from '../words/use-reading-words.ts'
import { type PlacedGroup, placedGroups } from './placed-groups.ts'
import styles from './review-panel.module.css'

/** Per key, what which nodes read before and after, and why the others read the same. */
export function ReviewEffects({ effects, isStored }: { effects: readonly KeyEffect[]; isStored: boolean }) {
  const t = useTranslations('systemConfigs.review')
  return (
    <section className={styles.part}>
      <h3>
        <Term term="reads">{t('runtime')}</Term>
      </h3>
      {effects.length === 0 ? (
        <p>{t(isStored ? 'noReading' : 'noEffect')}</p>
      ) : (
        <table className={styles.table} aria-label={t('runtime')}>
          <thead>
            <tr>
              <th scope="col">{t('column.key')}</th>
              <th scope="col">{t('column.nodes')}</th>
              <th scope="col">{t('column.from')}</th>
              <th scope="col">{t('column.to')}</th>
            </tr>
          </thead>
          {effects.map((effect) => (
            <KeyRows key={effect.pointer} effect={effect} />
          ))}
        </table>
      )}
    </section>
  )
}

function KeyRows({ effect }: { effect: KeyEffect }) {
  const t = useTranslations('systemConfigs.review')
  const changed = placedGroups(effect.changed)
  const same = placedGroups(effect.unchanged.filter((group) => !isElsewhere(group)))
  const elsewhere = placedGroups(effect.unchanged.filter(isElsewhere))
  const rows = [
    ...changed.map((placed) => (
      <>
        <NodesCell placed={placed} />
        <ChangeCells {...placed.group} />
      </>
    )),
    ...same.map((placed) => (
      <>
        <NodesCell placed={placed} />
        <td colSpan={2}>
          <NoChange placed={placed} />
        </td>
      </>
    )),
    ...(elsewhere.length === 0
      ? []
      : [
          <td key="elsewhere" colSpan={3}>
            <Elsewhere placed={elsewhere} />
          </td>,
        ]),
  ]
  const keys = [...changed, ...same].map(({ group }) => groupKey(group))
  return (
    <tbody>
      {rows.map((cells, index) => (
        <tr key={keys[index] ?? 'elsewhere'}>
          {index === 0 ? (
            <th scope="rowgroup" rowSpan={rows.length}>
              <code className={styles.key}>{keyText(effect.pointer)}</code>
              {effect.is_whole ? <p className={styles.quiet}>{t('whole')}</p> : null}
            </th>
          ) : null}
          {cells}
        </tr>
      ))}
    </tbody>
  )
}

function ChangeCells({ before, after }: { before: RuntimeReading; after: RuntimeReading }) {
  const t = useTranslations('systemConfigs.review')
  const text = useReadingText()
  if (isSecretReading(before) && isSecretReading(after)) {
    return (
      <td colSpan={2}>
        <b>{t('secretChanged')}</b>
      </td>
    )
  }
  return (
    <>
      <td>
        <s>{text(before)}</s>
      </td>
      <td>
        <b>{text(after)}</b>
      </td>
    </>
  )
}

type UnchangedGroup = KeyEffect['unchanged'][number]

/** Nodes that read none of the changed sections: of no interest beside those that do, until somebody asks. */
function Elsewhere({ placed }: { placed: readonly PlacedGroup<UnchangedGroup>[] }) {
  const t = useTranslations('systemConfigs.review')
  return (
    <details className={styles.all}>
      <summary>{t('elsewhere')}</summary>
      <ul className={styles.groups}>
        {placed.map((each) => (
          <li key={groupKey(each.group)}>
            <Nodes placed={each} />: <NoChange placed={each} />
          </li>
        ))}
      </ul>
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

/** Who is meant, and where: a few by name, all of them behind a click. */
function Nodes({ placed }: { placed: PlacedGroup<NodeGroup> }) {
  const t = useTranslations('systemConfigs.review')
  const format = useFormatter()
  const where = useWhere()
  const { nodes, count, others } = placed.group
  const named = count > NAMED ? nodes.slice(0, 1) : nodes
  const label = t.rich('nodes', {
    count,
    names: () => <NodeNames key="names" nodes={named} />,
    more: count - named.length,
    others: others ? 'yes' : 'no',
  })
  return (
    <>
      <span className={styles.nodes}>{label}</span>{' '}
      <span className={styles.quiet}>({format.list(placed.places.map(where), { type: 'disjunction' })})</span>
      {count > NAMED ? (
        <details className={styles.all}>
          <summary>{t('allNodes')}</summary>
          <NodeNames nodes={nodes} /> {count > nodes.length ? t('notNamed', { count: count - nodes.length }) : null}
        </details>
      ) : null}
    </>
  )
}

/** Each leads to all that the node reads. */
function NodeNames({ nodes }: { nodes: readonly string[] }) {
  return nodes.map((node, index) => (
    <Fragment key={node}>
      {index === 0 ? null : ', '}
      <NewTabLink {...toNode(node)}>{node}</NewTabLink>
    </Fragment>
  ))
}

function NodesCell({ placed }: { placed: PlacedGroup<NodeGroup> }) {
  return (
    <td>
      <Nodes placed={placed} />
    </td>
  )
}

function groupKey(group: NodeGroup): string {
  return JSON.stringify([group.zone, group.zone_is, group.nodes[0], group.others])
}

function isSecretReading(reading: RuntimeReading): boolean {
  return reading.layer !== 'built-in' && isSecretMarker(reading.value)
}
