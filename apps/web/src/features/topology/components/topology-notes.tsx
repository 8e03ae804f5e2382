import { parsePointer } from '@strata/json'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { DraftNotes } from '#web/components/draft-notes.tsx'
import { Note } from '#web/components/note.tsx'
import { draftedZones, zonesOf } from '../topology-draft.ts'
import type { TopologyEditing } from '../use-topology-editing.ts'

interface TopologyNotesProps {
  editing: TopologyEditing
  onSelect: (names: readonly string[]) => void
}

/** What is to be told of the draft, and of nodes whose zone nobody says. */
export function TopologyNotes({ editing, onSelect }: TopologyNotesProps) {
  const t = useTranslations('topology')
  const { state, saving } = editing
  return (
    <>
      <DraftNotes
        name={t('conflict.name')}
        draft={state}
        saving={saving}
        document={draftedZones(zonesOf(state.stored.nodes), state.draft)}
        isSecret={() => false}
        fieldName={(pointer) => parsePointer(pointer).join('')}
        valueName={(zone) => (zone === null ? t('unplaced') : undefined)}
        onTake={(pointer, zone) => {
          const next = zone === undefined ? 'removed' : { zone: typeof zone === 'string' ? zone : null }
          state.change(parsePointer(pointer), next)
        }}
      />
      <UnplacedNote editing={editing} onSelect={onSelect} />
    </>
  )
}

/** Nodes whose sections say something, and nobody says which zone they are in. */
function UnplacedNote({ editing: { nodes, isReadOnly }, onSelect }: TopologyNotesProps) {
  const t = useTranslations('topology.offer')
  const names = nodes.flatMap(({ name, zone, categories, change }) =>
    zone === null && categories > 0 && change === undefined ? [name] : [],
  )
  if (names.length === 0) return null
  const count = names.length
  const select = (
    <Button size="sm" onPress={() => onSelect(names)}>
      {t('select', { count })}
    </Button>
  )
  return <Note action={isReadOnly ? undefined : select}>{t('text', { count })}</Note>
}
