import type { TopologyDetail } from '@strata/api-types'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DraftSaveBar } from '#web/components/draft-save-bar.tsx'
import { ListFilter } from '#web/components/list-filter.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import styles from '#web/components/save-bar.module.css'
import { UnsavedGuard } from '#web/components/unsaved-guard.tsx'
import type { StoredSections } from '../api/stored-sections.ts'
import { type TopologySearch, toTopology } from '../routes.ts'
import { filteredNodes } from '../topology-rows.ts'
import { type TopologyEditing, useTopologyEditing } from '../use-topology-editing.ts'
import { AddNodes } from './add-nodes.tsx'
import { AssignZone } from './assign-zone.tsx'
import { NodeTable } from './node-table.tsx'
import { NothingListed } from './nothing-listed.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { TopologyNotes } from './topology-notes.tsx'

interface TopologyEditorProps {
  loaded: TopologyDetail
  sections: StoredSections
  search: TopologySearch
}

/** The nodes by zone, and a draft over them. */
export function TopologyEditor({ loaded, sections, search }: TopologyEditorProps) {
  const t = useTranslations('topology')
  const editing = useTopologyEditing(loaded, sections)
  const { state, nodes, zones, isReadOnly } = editing
  const { count, change } = state
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [assigning, setAssigning] = useState<readonly string[]>([])
  const shown = useMemo(() => filteredNodes(nodes, search), [nodes, search])
  const add = <AddNodes nodes={nodes} zones={zones} onAdd={(names, zone) => change(names, { zone })} />

  function assign(names: readonly string[], zone: string | null) {
    change(names, { zone })
    setAssigning([])
    setSelected(new Set())
  }

  return (
    <Page
      header={
        <>
          <PageHeader title={t('title')} subtitle={t('subtitle')} actions={isReadOnly ? undefined : add} />
          <TopologyFilter search={search} count={shown.length} />
          {selected.size === 0 ? null : (
            <SelectionBar
              count={selected.size}
              onAssign={() => setAssigning([...selected])}
              onRemove={() => {
                change(selected, 'removed')
                setSelected(new Set())
              }}
              onClear={() => setSelected(new Set())}
            />
          )}
        </>
      }
      footer={count === 0 ? undefined : <TopologySaveBar editing={editing} />}
    >
      <TopologyNotes editing={editing} onSelect={(names) => setSelected(new Set(names))} />
      {shown.length === 0 ? (
        <NothingListed isEmpty={nodes.length === 0} search={search} />
      ) : (
        <NodeTable
          nodes={shown}
          zones={zones}
          selected={selected}
          isReadOnly={isReadOnly}
          onSelect={setSelected}
          onChange={(name, next) => change([name], next)}
          onRevert={state.revert}
          onAssignOther={(name) => setAssigning([name])}
        />
      )}
      <AssignZone names={assigning} zones={zones} onAssign={assign} onClose={() => setAssigning([])} />
      <UnsavedGuard isDirty={count > 0} isKept={state.isKept} isKeptWhole={state.isKeptWhole} />
    </Page>
  )
}

const ONLY = ['unplaced', 'unsaved'] as const

/** Which nodes are in sight. */
function TopologyFilter({ search, count }: { search: TopologySearch; count: number }) {
  const t = useTranslations('topology.filter')
  const navigate = useNavigate()
  return (
    <ListFilter
      label={t('label')}
      value={search}
      kinds={ONLY.map((value) => ({ value, label: t(value) }))}
      found={t('found', { count })}
      onFilter={(next) => void navigate({ ...toTopology(next), replace: true })}
    />
  )
}

function TopologySaveBar({ editing: { state, saving, excess, canSave, save } }: { editing: TopologyEditing }) {
  const t = useTranslations('topology.save')
  const summary = (
    <>
      {t.rich('summary', { count: state.count, b: (text) => <b key="count">{text}</b> })}
      {excess === undefined ? null : <span className={styles.bad}> · {t('tooMany', excess)}</span>}
    </>
  )
  return <DraftSaveBar draft={state} summary={summary} isPending={saving.isPending} canSave={canSave} onSave={save} />
}
