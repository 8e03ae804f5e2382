import type { TopologyNode } from '@strata/api-types'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { SaveBar } from '#web/components/save-bar.tsx'
import { UndoButtons } from '#web/components/undo-buttons.tsx'
import { assignmentsOf } from '../assignments-of.ts'
import type { useSaveTopology } from '../use-save-topology.ts'
import type { TopologyDraftState } from '../use-topology-draft.ts'
import styles from './topology-save-bar.module.css'

/** As many as the server takes. */
const LIMIT = 5000

interface TopologySaveBarProps {
  nodes: readonly TopologyNode[]
  state: TopologyDraftState
  saving: ReturnType<typeof useSaveTopology>
}

/** How much is unsaved, what stands in the way, and the ways out. */
export function TopologySaveBar({ nodes, state, saving }: TopologySaveBarProps) {
  const t = useTranslations('topology.save')
  const count = Object.keys(assignmentsOf(nodes, state.draft)).length
  return (
    <SaveBar
      label={t('bar')}
      summary={
        <>
          {t.rich('summary', { count: state.draft.size, b: (text) => <b key="count">{text}</b> })}
          {count <= LIMIT ? null : <span className={styles.bad}> · {t('tooMany', { limit: LIMIT, count })}</span>}
        </>
      }
    >
      <UndoButtons history={state.history} isDisabled={saving.isPending} onUndo={state.undo} onRedo={state.redo} />
      <Button isDisabled={saving.isPending} onPress={state.discard}>
        {t('discard')}
      </Button>
      <Button
        variant="primary"
        shortcut="Ctrl S"
        isDisabled={count > LIMIT}
        isPending={saving.isPending}
        onPress={saving.save}
      >
        {t('submit')}
      </Button>
    </SaveBar>
  )
}
