import type { NodeDetail } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Server } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#web/components/empty-state.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { Note } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { nodeQuery } from '../api/node.ts'
import { firstCategory, toCategory } from '../routes.ts'
import { NodeActions } from './node-actions.tsx'
import { NodeBar } from './node-bar.tsx'
import { deviations, settingRows } from './node-rows.ts'
import { NodeTable } from './node-table.tsx'
import type { NodeSearch } from './routes.ts'
import { TakenBar } from './taken-bar.tsx'
import { useTaken } from './use-taken.ts'

interface NodePageProps {
  node: string
  search: NodeSearch
}

/** Everything that a node, which need not run yet, reads otherwise than the schema says, over all categories. */
export function NodePage({ node, search }: NodePageProps) {
  const one = useQuery(nodeQuery(node, search.zone))
  const beside = search.with
  const other = useQuery({ ...nodeQuery(beside ?? '', undefined), enabled: beside !== undefined })
  const failed = one.error ?? (beside === undefined ? null : other.error)
  const isThere = one.data !== undefined && (beside === undefined || other.data !== undefined)
  if (isThere && failed === null) {
    return <NodeSettings detail={one.data} other={beside === undefined ? undefined : other.data} search={search} />
  }
  const retry = () => {
    void one.refetch()
    if (beside !== undefined) void other.refetch()
  }
  return (
    <Page header={<PageHeader title={node} isCode />} width="reading">
      {failed === null ? <Skeleton lines={12} /> : <ErrorState error={failed} onRetry={retry} />}
    </Page>
  )
}

interface NodeSettingsProps {
  detail: NodeDetail
  other: NodeDetail | undefined
  search: NodeSearch
}

function NodeSettings({ detail, other, search }: NodeSettingsProps) {
  const t = useTranslations('node')
  const settings = useMemo(() => settingRows(detail, other, search), [detail, other, search])
  const taken = useTaken(detail, other)
  return (
    <Page
      header={
        <>
          <PageHeader
            title={detail.name}
            isCode
            subtitle={t('summary', deviations(detail))}
            actions={detail.kind === 'zone' ? undefined : <NodeActions detail={detail} />}
          />
          <NodeBar
            detail={detail}
            search={search}
            found={t(other === undefined ? 'found' : 'differ', { count: settings.length })}
          />
        </>
      }
      footer={other === undefined ? undefined : <TakenBar detail={detail} other={other} taken={taken} />}
    >
      <NodeNotes detail={detail} />
      {settings.length === 0 ? (
        <NothingListed detail={detail} other={other} search={search} />
      ) : (
        <NodeTable detail={detail} other={other} settings={settings} taken={taken} />
      )}
    </Page>
  )
}

function NothingListed({ detail, other, search }: NodeSettingsProps) {
  const t = useTranslations('node.nothing')
  if (search.q !== undefined) return <EmptyState title={t('filtered')}>{t('filteredText')}</EmptyState>
  if (other !== undefined) return <EmptyState title={t('alike')}>{t('alikeText', { other: other.name })}</EmptyState>
  const what = search.only === 'own' ? 'own' : 'all'
  return (
    <EmptyState
      icon={<Server aria-hidden="true" />}
      title={t(`${what}.title`)}
      action={
        detail.kind === 'zone' ? undefined : (
          <Link {...toCategory(firstCategory, { section: detail.name })}>
            {t('first', { category: firstCategory })}
          </Link>
        )
      }
    >
      {t(`${what}.text`, { node: detail.name })}
    </EmptyState>
  )
}

/** What to know first: that the node does not run yet, that its zone is supposed, or that nobody knows it. */
function NodeNotes({ detail }: { detail: NodeDetail }) {
  const t = useTranslations('node.note')
  const { name, kind, zone, zone_is: zoneIs, assigned_zone: assigned, is_known: isKnown } = detail
  if (kind === 'zone') return <Note>{t('zone', { zone: name })}</Note>
  if (!isKnown) {
    return <Note>{zone === null ? t('newUnplaced', { node: name }) : t('new', { node: name, zone })}</Note>
  }
  if (zoneIs === 'supposed') {
    return <Note tone="warning">{t('supposed', { zone: zone ?? '', assigned: assigned ?? t('nowhere') })}</Note>
  }
  return zoneIs === 'unknown' ? <Note tone="warning">{t('unknownZone')}</Note> : null
}
