import type { TopologyDetail } from '@strata/api-types'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { ConflictNote } from '#web/components/conflict-note.tsx'
import { Note } from '#web/components/note.tsx'
import { Page } from '#web/components/page.tsx'
import { PageHeader } from '#web/components/page-header.tsx'
import { UnsavedGuard } from '#web/components/unsaved-guard.tsx'
import { useUndoShortcuts } from '#web/lib/draft/use-undo-shortcuts.ts'
import { useSession } from '#web/lib/session.tsx'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import type { StoredSections } from '../api/stored-sections.ts'
import { compareNames } from '../compare-names.ts'
import { type DraftedNode, draftedNodes } from '../drafted-nodes.ts'
import type { TopologySearch } from '../routes.ts'
import { filteredNodes } from '../topology-rows.ts'
import { useSaveTopology } from '../use-save-topology.ts'
import { useTopologyDraft } from '../use-topology-draft.ts'
import { AddNodes } from './add-nodes.tsx'
import { AssignZone } from './assign-zone.tsx'
import { NodeTable } from './node-table.tsx'
import { NothingListed } from './nothing-listed.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { TopologyFilter } from './topology-filter.tsx'
import { TopologySaveBar } from './topology-save-bar.tsx'

interface TopologyEditorProps {
  detail: TopologyDetail
  sections: StoredSections
  search: TopologySearch
}

/** The nodes by zone, and a draft over them. */
export function TopologyEditor({ detail, sections, search }: TopologyEditorProps) {
  const t = useTranslations('topology')
  const isReadOnly = useSession().read_only !== null
  const state = useTopologyDraft(detail.nodes)
  const saving = useSaveTopology(detail, state)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [assigning, setAssigning] = useState<readonly string[]>([])
  const { draft, change } = state
  const nodes = useMemo(
    () => draftedNodes({ nodes: detail.nodes, sections: sections.nodes, draft }),
    [detail.nodes, sections.nodes, draft],
  )
  const zones = useMemo(() => knownZones(nodes, sections.zones), [nodes, sections.zones])
  const shown = useMemo(() => filteredNodes(nodes, search), [nodes, search])
  const canSave = draft.size > 0 && !saving.isPending
  useShortcut({ key: 's', withCtrl: true, isEnabled: canSave }, saving.save)
  useUndoShortcuts(state.undo, state.redo)

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
      footer={draft.size === 0 ? undefined : <TopologySaveBar nodes={detail.nodes} state={state} saving={saving} />}
    >
      {saving.isConflict ? (
        <ConflictNote reloadLabel={t('conflict.reload')} onReload={() => void saving.reload()}>
          {t('conflict.text')}
        </ConflictNote>
      ) : null}
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
      <UnsavedGuard isDirty={draft.size > 0} />
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
