import type { TopologyDetail } from '@strata/api-types'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { showToast } from '#web/components/toast.tsx'
import { useDraftKeys } from '#web/lib/draft/use-draft-keys.ts'
import { useSave } from '#web/lib/draft/use-save.ts'
import { storedTopologyRevision, topologyQuery } from '#web/lib/topology-query.ts'
import { saveTopologyMutation } from './api/save-topology.ts'
import type { StoredSections } from './api/stored-sections.ts'
import { compareNames } from './compare-names.ts'
import { type DraftedNode, draftedNodes } from './drafted-nodes.ts'
import { assignmentsOf, useTopologyDraft } from './topology-draft.ts'

/** As many nodes as the server takes. */
const limit = 5000

export type TopologyEditing = ReturnType<typeof useTopologyEditing>

/** The draft of the topology, the nodes as it has them, and its save. */
export function useTopologyEditing(loaded: TopologyDetail, sections: StoredSections) {
  const t = useTranslations('topology.save')
  const client = useQueryClient()
  const state = useTopologyDraft(loaded)
  const { stored, draft, count } = state
  const nodes = useMemo(
    () => draftedNodes({ nodes: stored.nodes, sections: sections.nodes, draft }),
    [stored.nodes, sections.nodes, draft],
  )
  const zones = useMemo(() => knownZones(nodes, sections.zones), [nodes, sections.zones])
  const assigned = useMemo(() => assignmentsOf(stored.nodes, draft), [stored.nodes, draft])
  const saving = useSave({
    draft: state,
    mutation: saveTopologyMutation(),
    load: () => client.fetchQuery({ ...topologyQuery(), staleTime: 0 }),
    look: storedTopologyRevision,
    onRetry: save,
    onStored: () => showToast({ title: t('stored'), description: t('storedText'), tone: 'good' }),
  })
  const size = Object.keys(assigned).length
  const isTooLarge = size > limit
  const canSave = count > 0 && !isTooLarge

  function save() {
    if (canSave && !saving.isPending) saving.save({ base_revision: stored.revision, nodes: assigned })
  }

  useDraftKeys({ draft: state, isPending: saving.isPending, onSave: save })

  return {
    state,
    nodes,
    zones,
    saving,
    // What is changed while a save is on its way would be taken for stored.
    isReadOnly: saving.isPending,
    /** More nodes than can be saved. */
    excess: isTooLarge ? { limit, count: size } : undefined,
    canSave,
    save,
  }
}

function knownZones(nodes: readonly DraftedNode[], sections: readonly string[]): string[] {
  const zones = nodes.flatMap(({ zone, was }) => [zone, was]).filter((zone) => zone !== null)
  return [...new Set([...zones, ...sections])].sort(compareNames)
}
