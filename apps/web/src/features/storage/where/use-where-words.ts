import type { RoutedBackEnd, RouteLayer, StorageLayerName } from '@strata/api-types'
import { useTranslations } from 'use-intl'
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
