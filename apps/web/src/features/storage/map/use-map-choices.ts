import { getAt } from '@strata/json'
import { decidedPart, layeredStorage, type PlanRule } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'
import { useStorageDocument } from '../document/document-context.ts'
import { useKindTitle } from '../entries/back-end-kinds.tsx'
import { type OfferedEntry, offeredEntries } from '../entries/offered-entries.ts'
import { referencePointer, withValueAt } from '../plan/plan-rules.ts'
import { layersWithout } from '../plan/storage-layers.ts'
import { useLayerWords } from '../plan/use-layer-words.ts'
import type { MapPart } from './routing-map.ts'

/** One of the places that a part of a rule may name; without an id: whatever is inherited. */
interface MapChoice {
  readonly id: string | undefined
  readonly label: string
  readonly description: string
}

export interface MapChoices {
  readonly choices: readonly MapChoice[]
  /** What the document itself says. */
  readonly chosen: string | undefined
  readonly choose: (id: string | undefined) => void
}

/** What a rule may send a part of its documents to, and the change of the draft that does so. */
export function useMapChoices(): (rule: PlanRule, part: MapPart) => MapChoices {
  const t = useTranslations('storage.routes')
  const words = useLayerWords()
  const kindTitle = useKindTitle()
  const { fields, layers, change } = useStorageDocument()

  return (rule, part) => {
    const map = part === 'files' ? 'attachments' : 'connections'
    const pointer = referencePointer(rule, map)
    const offered = offeredEntries(layers, map)
    const storage = layeredStorage(layersWithout(layers, pointer))
    const below = decidedPart(storage, rule, part === 'files' ? 'handler' : 'connection')
    const nameOf = (id: unknown) => {
      if (typeof id !== 'string') return part === 'files' ? t('couchItself') : t('localConnection')
      if (part === 'documents' && id === 'local') return t('localConnection')
      return offered.find((entry) => entry.id === id)?.name ?? id
    }
    const about = ({ handler, layer }: OfferedEntry) =>
      [kindTitle(handler), words.from(layer)].filter(Boolean).join(' · ')
    const named = getAt(fields, pointer)
    return {
      choices: [
        {
          id: undefined,
          label: t('inherit'),
          description: t('inheritNow', {
            what: nameOf(below.value),
            who: words.by(below.by?.layer, below.isByClass),
          }),
        },
        ...offered.map((entry) => ({ id: entry.id, label: nameOf(entry.id), description: about(entry) })),
      ],
      chosen: typeof named === 'string' ? named : undefined,
      choose: (id) => change((before) => withValueAt(before, pointer, id)),
    }
  }
}
