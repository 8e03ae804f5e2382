import { isStorageSecret } from '@strata/kazoo-schemas'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { DraftNotes } from '#web/components/draft-notes.tsx'
import { takeAt } from '#web/lib/draft/merge-leaves.ts'
import { offeredEntries } from '../entries/offered-entries.ts'
import { toAccountPlans, toSystemPlans } from '../routes.ts'
import { useStorageDocument } from './document-context.ts'
import type { DocumentEditing } from './use-document-editing.ts'
import { usePlaceWords } from './use-place-words.ts'

/** What is to be told of the draft of a storage document. */
export function DocumentNotes({ editing }: { editing: DocumentEditing }) {
  const t = useTranslations('storage.conflict')
  const navigate = useNavigate()
  const placeWords = usePlaceWords()
  const { place, fields, storedFields, layers, change } = useStorageDocument()
  const { draft, saving, standOnNothing } = editing

  function discardMine() {
    draft.begin(null)
    if (place.scope !== 'plan') return void standOnNothing()
    const { accountId } = place
    void navigate({ ...(accountId === undefined ? toSystemPlans() : toAccountPlans(accountId)), ignoreBlocker: true })
  }

  return (
    <DraftNotes
      name={t(place.scope === 'plan' ? 'plan' : 'document')}
      draft={draft}
      saving={saving}
      gone={{ onKeep: standOnNothing, onDiscard: discardMine }}
      document={fields}
      isSecret={isStorageSecret}
      fieldName={placeWords}
      // A rule names back-ends and connections by ids that say nothing to a person.
      valueName={(value) =>
        [...offeredEntries(layers, 'attachments'), ...offeredEntries(layers, 'connections')].find(
          ({ id }) => id === value,
        )?.name
      }
      onTake={(pointer, value) => change((document) => takeAt({ document, stored: storedFields }, pointer, value))}
    />
  )
}
