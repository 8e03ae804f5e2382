import type { TopologyDetail } from '@strata/api-types'
import { parsePointer } from '@strata/json'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { DraftNotes } from '#web/components/draft-notes.tsx'
import { DraftSaveBar } from '#web/components/draft-save-bar.tsx'
import { Note } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import styles from '#web/components/save-bar.module.css'
import { showToast } from '#web/components/toast.tsx'
import { UnsavedGuard } from '#web/components/unsaved-guard.tsx'
import { useDraftKeys } from '#web/lib/draft/use-draft-keys.ts'
import { useSave } from '#web/lib/draft/use-save.ts'
import { useSession } from '#web/lib/session.tsx'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { saveTopologyMutation } from '../api/save-topology.ts'
import type { StoredSections } from '../api/stored-sections.ts'
import { compareNames } from '../compare-names.ts'
import { type DraftedNode, draftedNodes } from '../drafted-nodes.ts'
import type { TopologySearch } from '../routes.ts'
import { assignmentsOf, draftedZones, useTopologyDraft, zonesOf } from '../topology-draft.ts'
import { filteredNodes } from '../topology-rows.ts'
import { AddNodes } from './add-nodes.tsx'
import { AssignZone } from './assign-zone.tsx'
import { NodeTable } from './node-table.tsx'
import { NothingListed } from './nothing-listed.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { TopologyFilter } from './topology-filter.tsx'

/** As many nodes as the server takes. */
const LIMIT = 5000

interface TopologyEditorProps {
  loaded: TopologyDetail
  sections: StoredSections
  search: TopologySearch
}

/** The nodes by zone, and a draft over them. */
export function TopologyEditor({ loaded, sections, search }: TopologyEditorProps) {
  const t = useTranslations('topology')
  const { read_only: readOnly } = useSession()
  const client = useQueryClient()
  const state = useTopologyDraft(loaded)
  const { stored: detail, draft, count, change } = state
  const saving = useSave({
    draft: state,
    mutation: saveTopologyMutation(),
    load: () => client.fetchQuery({ ...topologyQuery(), staleTime: 0 }),
    onStored: () => showToast({ title: t('save.stored'), description: t('save.storedText'), tone: 'good' }),
  })
  // What is changed while a save is on its way would be taken for stored.
  const isReadOnly = readOnly !== null || saving.isPending
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [assigning, setAssigning] = useState<readonly string[]>([])
  const nodes = useMemo(
    () => draftedNodes({ nodes: detail.nodes, sections: sections.nodes, draft }),
    [detail.nodes, sections.nodes, draft],
  )
  const zones = useMemo(() => knownZones(nodes, sections.zones), [nodes, sections.zones])
  const shown = useMemo(() => filteredNodes(nodes, search), [nodes, search])
  const assigned = useMemo(() => assignmentsOf(detail.nodes, draft), [detail.nodes, draft])
  const size = Object.keys(assigned).length
  const canSave = count > 0 && size <= LIMIT && readOnly === null
  useDraftKeys({ draft: state, isPending: saving.isPending, onSave: save })

  function save() {
    if (canSave && !saving.isPending) saving.save({ base_revision: detail.revision, nodes: assigned })
  }

  function assign(names: readonly string[], zone: string | null) {
    change(names, { zone })
    setAssigning([])
    setSelected(new Set())
  }

  return (
    <Page
      header={
        <>
          <PageHeader
            title={t('title')}
            subtitle={t('subtitle')}
            actions={
              isReadOnly ? undefined : (
                <AddNodes nodes={nodes} zones={zones} onAdd={(names, zone) => change(names, { zone })} />
              )
            }
          />
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
      footer={
        count === 0 ? undefined : (
          <DraftSaveBar
            draft={state}
            summary={
              <>
                {t.rich('save.summary', { count, b: (text) => <b key="count">{text}</b> })}
                {size <= LIMIT ? null : (
                  <span className={styles.bad}> · {t('save.tooMany', { limit: LIMIT, count: size })}</span>
                )}
              </>
            }
            isPending={saving.isPending}
            canSave={canSave}
            onSave={save}
          />
        )
      }
    >
      <DraftNotes
        name={t('conflict.name')}
        draft={state}
        saving={saving}
        document={draftedZones(zonesOf(detail.nodes), draft)}
        isSecret={() => false}
        fieldName={(pointer) => parsePointer(pointer).join('')}
        valueName={(zone) => (zone === null ? t('unplaced') : undefined)}
        onTake={(pointer, zone) => {
          const next = zone === undefined ? 'removed' : { zone: typeof zone === 'string' ? zone : null }
          change(parsePointer(pointer), next)
        }}
      />
      <Offer nodes={nodes} isReadOnly={isReadOnly} onSelect={(names) => setSelected(new Set(names))} />
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
      <UnsavedGuard isDirty={count > 0} isKept={state.isKept} />
    </Page>
  )
}

interface OfferProps {
  nodes: readonly DraftedNode[]
  isReadOnly: boolean
  onSelect: (names: readonly string[]) => void
}

/** Nodes whose sections say something, and nobody says which zone they are in. */
function Offer({ nodes, isReadOnly, onSelect }: OfferProps) {
  const t = useTranslations('topology.offer')
  const names = nodes.flatMap(({ name, zone, categories, change }) =>
    zone === null && categories > 0 && change === undefined ? [name] : [],
  )
  if (names.length === 0) return null
  const count = names.length
  return (
    <Note
      action={
        isReadOnly ? undefined : (
          <Button size="sm" onPress={() => onSelect(names)}>
            {t('select', { count })}
          </Button>
        )
      }
    >
      {t('text', { count })}
    </Note>
  )
}

function knownZones(nodes: readonly DraftedNode[], sections: readonly string[]): string[] {
  const zones = nodes.flatMap(({ zone, was }) => [zone, was]).filter((zone) => zone !== null)
  return [...new Set([...zones, ...sections])].sort(compareNames)
}
