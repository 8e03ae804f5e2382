import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, Circle } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Note } from '#web/components/note.tsx'
import { toStorage } from '#web/features/storage/routes.ts'
import { toTopology } from '#web/features/topology/routes.ts'
import { useSession } from '#web/lib/session.tsx'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { firstCategory, toCategory } from '../routes.ts'
import styles from './store-note.module.css'

interface StoreNoteProps {
  /** Categories that are stored, and what they set in all. */
  stored: number
  overrides: number
}

/** Whose store this is: a KAZOO cluster's, of which it says what was found; or Strata's own, and where one begins in it. */
export function StoreNote({ stored, overrides }: StoreNoteProps) {
  const t = useTranslations('systemConfigs.store')
  const { origin, read_only: readOnly } = useSession()
  const { data: topology } = useQuery(topologyQuery())
  if (topology === undefined) return null
  const nodes = topology.nodes.length
  const placed = topology.nodes.filter(({ zone }) => zone !== null).length
  const link = (text: ReactNode) => (
    <Link key="topology" {...toTopology()}>
      {text}
    </Link>
  )
  if (origin === 'kazoo') {
    // What is known of its nodes decides what Strata can say of each; once all have a zone there is nothing to do.
    if (readOnly === null && nodes > 0 && placed === nodes) return null
    return (
      <Note>
        {t.rich('kazoo', { stored, nodes, unplaced: nodes - placed, readOnly: readOnly === null ? 'no' : 'yes', link })}
      </Note>
    )
  }
  return nodes > 0 && overrides > 0 ? null : <FirstSteps hasNodes={nodes > 0} hasOverrides={overrides > 0} />
}

function FirstSteps({ hasNodes, hasOverrides }: { hasNodes: boolean; hasOverrides: boolean }) {
  const t = useTranslations('systemConfigs.store')
  const { store } = useSession()
  return (
    <section className={styles.steps} aria-labelledby="first-steps">
      <h2 id="first-steps">{t('title')}</h2>
      <p>{t(store)}</p>
      <ol>
        <Step isDone={hasNodes} about={t('nodesAbout')}>
          <Link {...toTopology()}>{t('nodes')}</Link>
        </Step>
        <Step isDone={hasOverrides} about={t('overrideAbout')}>
          <Link {...toCategory(firstCategory)}>{t('override')}</Link>
        </Step>
        <Step about={t('backEndAbout')}>
          <Link {...toStorage()}>{t('backEnd')}</Link>
        </Step>
      </ol>
    </section>
  )
}

function Step({ isDone = false, about, children }: { isDone?: boolean; about: string; children: ReactNode }) {
  const t = useTranslations('systemConfigs.store')
  return (
    <li className={styles.step}>
      {isDone ? <Check aria-label={t('done')} /> : <Circle aria-hidden="true" />}
      <span>
        {children}
        <small>{about}</small>
      </span>
    </li>
  )
}
