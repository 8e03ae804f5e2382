import { getAt } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { RestoredNote } from '#web/components/restored-note.tsx'
import { usePlaceWords } from './use-place-words.ts'
import type { StorageDraft } from './use-storage-draft.ts'

/** Says that the draft is one from before; of secrets only those that were not typed again. */
export function RestoredStorageNote({ draft }: { draft: StorageDraft }) {
  const placeWords = usePlaceWords()
  const { restored, fields, changes, discard } = draft
  if (restored === undefined) return null
  const missing = restored.secrets.filter((pointer) => {
    const value = getAt(fields, pointer)
    return value === undefined || isSecretMarker(value)
  })
  return (
    <RestoredNote
      restored={restored}
      secrets={missing.map(placeWords)}
      isEmpty={changes.length === 0}
      onDiscard={discard}
    />
  )
}
