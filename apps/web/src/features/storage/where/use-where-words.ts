import type { RoutedBackEnd, RouteLayer } from '@strata/api-types'
import type { Decider, StorageLayerName } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'
import { textOf } from '../document/document-parts.ts'
import { useKindTitle } from '../entries/back-end-kinds.tsx'

/** What layers and back-ends are called in an answer. */
export function useWhereWords(layers: readonly Pick<RouteLayer, 'layer' | 'name'>[]) {
  const t = useTranslations('storageWhere.answer')
  const kindTitle = useKindTitle()
  const nameOf = (layer: StorageLayerName) => layers.find((one) => one.layer === layer)?.name ?? ''
  return {
    /** Whose rule it is: "in the plan …". */
    inLayer: (layer: StorageLayerName) => t(`inLayer.${layer}`, { name: nameOf(layer) }),
    /** Who says something: "by the account". */
    byLayer: (layer: StorageLayerName) => t(`byLayer.${layer}`, { name: nameOf(layer) }),
    /** In a word. */
    chip: (layer: StorageLayerName) => t(`chip.${layer}`, { name: nameOf(layer) }),
    /** `Amazon S3 “EU recordings”`. */
    backEnd({ id, name, handler }: RoutedBackEnd): string {
      if (handler === null) return t('undefinedBackEnd', { id: id.value })
      return t('backEnd', { kind: kindTitle(handler.value), name: name?.value ?? id.value })
    },
  }
}

/** One of the names that a place is known by. */
interface PlacePart {
  readonly key: string
  readonly title: string
  readonly value: string
  /** Null where no document says it. */
  readonly by: Decider | null
}

const known = [
  'bucket',
  'container',
  'account',
  'folder_id',
  'host',
  'region',
  'signing_region',
  'oauth_doc_id',
  'oauth_app_id',
  'folder_path',
] as const

/** What a back-end's place is known by, the most telling first, and the folder that files are put in. */
export function usePlaceParts(backEnd: RoutedBackEnd | null): PlacePart[] {
  const t = useTranslations('storageWhere.answer.parts')
  if (backEnd === null) return []
  const { settings, target } = backEnd
  return known.flatMap((key) => {
    const value = key === 'folder_path' ? textOf(settings[key]?.value) : target.place[key]
    // The host of a bucket that is named by nothing but its region says the same again.
    const isDerived = key === 'host' && settings.host === undefined && target.place.bucket !== undefined
    if (value === undefined || isDerived) return []
    const decider = settings[key] ?? (key === 'signing_region' ? settings.host : settings.url)
    return [{ key, title: t(key), value, by: decider?.by ?? null }]
  })
}
