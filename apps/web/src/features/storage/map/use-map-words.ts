import { useTranslations } from 'use-intl'
import { useConditionWords } from '../conditions/use-condition-words.ts'
import { useStorageDocument } from '../document/document-context.ts'
import { useKindTitle } from '../entries/back-end-kinds.tsx'
import { useLayerWords } from '../plan/use-layer-words.ts'
import type { MapEdge, MapPlace, MapRow } from './routing-map.ts'

/** What the places of a map are called, and what goes there. */
export function useMapWords(places: readonly MapPlace[]) {
  const t = useTranslations('storageWhere.map')
  const routes = useTranslations('storage.routes')
  const layers = useLayerWords()
  const kindTitle = useKindTitle()
  const conditions = useConditionWords()
  const { knowsBelow } = useStorageDocument()

  function name({ part, id, entry }: MapPlace): string {
    if (id === undefined) return routes('couchItself')
    return part === 'documents' && id === 'local' ? routes('localConnection') : (entry?.name ?? id)
  }

  function by({ layer, isOwn }: MapEdge): string {
    if (!isOwn && !knowsBelow) return routes('by.unknown')
    return layers.by(layer)
  }

  /** Where a part of a row's documents goes, as a sentence says it. */
  function goes(edge: MapEdge, { edges }: MapRow): string {
    if (!edges.some(({ condition }) => condition !== undefined)) return plainlyGoes(edge)
    const when = edge.condition === undefined ? t('otherwise') : conditions.title(edge.condition)
    return t('undecided', { when, goes: plainlyGoes(edge) })
  }

  function plainlyGoes(edge: MapEdge): string {
    const place = places.find(({ key }) => key === edge.to)
    const words = { place: place === undefined ? '' : name(place) }
    if (!edge.isOwn && !knowsBelow) return t(`hidden.${edge.part}`)
    if (edge.isDangling) return t('dangling', words)
    return t(`goes.${edge.part}`, words)
  }

  return {
    name,
    by,
    goes,
    /** What kind of place it is, and who defines it. */
    about({ id, entry, state }: MapPlace): string {
      if (state === 'undefined') return t('undefined')
      if (id === undefined) return t('beside')
      return [kindTitle(entry?.handler), entry === undefined ? '' : layers.from(entry.layer)]
        .filter(Boolean)
        .join(' · ')
    },
  }
}
