import { getAt } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import type { DraftState } from '#web/lib/draft/use-draft.ts'
import type { Saving } from '#web/lib/draft/use-save.ts'
import { ConflictNote, GoneNote } from './conflict-note.tsx'
import { MovedNote, type OverlapWords } from './moved-note.tsx'
import { RestoredNote } from './restored-note.tsx'

interface DraftNotesProps extends OverlapWords {
  /** What the document is called at the head of a sentence. */
  name: string
  draft: Pick<DraftState<unknown, unknown>, 'restored' | 'moved' | 'count' | 'discard' | 'settle'>
  saving: Saving
  /** What can be done once the document is deleted by somebody else, where saving says so. */
  gone?: { onKeep: () => void; onDiscard: () => void }
}

/** What is to be told of a draft above its document: taken up again, in conflict, put on top of another version. */
export function DraftNotes({ name, draft, saving, gone, ...words }: DraftNotesProps) {
  const { restored, moved, count } = draft
  const isGone = saving.conflict === 'gone' && gone !== undefined
  const isMissing = (pointer: string) => {
    const value = getAt(words.document, pointer)
    return value === undefined || isSecretMarker(value)
  }
  return (
    <div aria-live="polite">
      {restored === undefined ? null : (
        <RestoredNote
          restored={restored}
          secrets={restored.secrets.filter(isMissing).map(words.fieldName)}
          isEmpty={count === 0}
          isDisabled={saving.isPending}
          onDiscard={draft.discard}
        />
      )}
      {isGone ? <GoneNote name={name} {...gone} /> : null}
      {saving.conflict === undefined || isGone ? null : <ConflictNote name={name} onReload={saving.reload} />}
      {moved === undefined ? null : (
        <MovedNote {...words} moved={moved} isDisabled={saving.isPending} onClose={draft.settle} />
      )}
    </div>
  )
}
