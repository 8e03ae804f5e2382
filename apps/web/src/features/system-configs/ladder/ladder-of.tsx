import { type LeafOperation, placeIn } from '@strata/layered-config'
import { enterRow } from '#web/components/schema-form/use-row-keys.ts'
import type { ShownSection } from '../components/shown-section.ts'
import type { Scope } from '../provenance/use-scope.ts'
import { Ladder } from './ladder.tsx'
import { placeFor } from './ladder-facts.ts'

export interface LadderOfProps extends Pick<ShownSection, 'detail' | 'state' | 'isReadOnly'> {
  scope: Scope
  pointer: string
  /** Of the form, where the key is edited in this section. */
  row: HTMLElement | null
  onGo: (section: string, pointer: string) => void
  /** Something was chosen in it. */
  onDone: () => void
}

/** The ladder of a field of the form. What it changes is changed in the draft. */
export function LadderOf({ scope, pointer, row, detail, state, isReadOnly, onGo, onDone }: LadderOfProps) {
  const { category, drafted, dispatch } = state

  function change(operations: readonly LeafOperation[]) {
    onDone()
    dispatch({ type: 'apply', detail, operations })
  }

  function edit(section: string) {
    onDone()
    const target = placeIn(section, scope, pointer)
    if (section === scope.section && target === pointer) {
      // Once nothing holds the focus in the ladder any more.
      requestAnimationFrame(() => row !== null && enterRow(row))
      return
    }
    const start = isReadOnly ? undefined : placeFor({ category, scope, pointer }, section)
    if (start !== undefined) dispatch({ type: 'apply', detail, operations: [start] })
    onGo(section, target)
  }

  return (
    <Ladder
      question={{ scope, pointer, stored: detail, drafted: category, draft: drafted }}
      categoryId={detail.id}
      isReadOnly={isReadOnly}
      onEdit={edit}
      onChange={change}
      onLeave={onDone}
    />
  )
}
