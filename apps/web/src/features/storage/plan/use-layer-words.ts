import type { StorageLayerName } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'
import type { LayerName as LayerColour } from '#web/components/chip.tsx'
import { useStorageDocument } from '../document/document-context.ts'

/** What the layers that decide together with a document are called. */
export function useLayerWords() {
  const t = useTranslations('storage.routes')
  const { place, layers } = useStorageDocument()
  const words = (layer: StorageLayerName) => ({
    // A user's document lies below no other.
    key: layer === place.scope || layer === 'user' ? ('here' as const) : layer,
    name: layers.find(({ name }) => name === layer)?.title ?? '',
  })
  return {
    /** Which layer something is defined in, to choose it by. */
    from(layer: StorageLayerName): string {
      const { key, name } = words(layer)
      return t(`from.${key}`, { name })
    },
    /** Who decided; the rule of the whole class may, for want of one of the type's own. */
    by(layer: StorageLayerName | undefined, isByClass = false): string {
      if (layer === undefined) return t('by.built-in')
      const { key, name } = words(layer)
      return key === 'here' && isByClass ? t('by.hereByClass') : t(`by.${key}`, { name })
    },
  }
}

/** The colours that a layer wears; undefined is the built-in one. */
export function chipLayer(name: StorageLayerName | undefined): LayerColour {
  return name === 'user' ? 'account' : (name ?? 'built-in')
}
