import { isHandlerKind } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'
import type { Decision } from './decide-rule.ts'
import type { StorageLayer } from './storage-layers.ts'

/** What layers and kinds are called. */
export function useLayerWords() {
  const t = useTranslations('storage')
  return {
    /** Which layer something is defined in, to choose it by. */
    from: ({ layer, name }: StorageLayer) => t(`routes.from.${layer}`, { name }),
    /** Who decided. */
    by({ layer, isByClass }: Decision): string {
      if (layer === undefined) return t('routes.by.built-in')
      const isOwnClass = layer.layer === 'here' && isByClass
      return isOwnClass ? t('routes.by.hereByClass') : t(`routes.by.${layer.layer}`, { name: layer.name })
    },
    /** The kind of a back-end by its handler; empty for connections. */
    kind(handler: string | undefined): string {
      return isHandlerKind(handler) ? t(`kinds.${handler}.title`) : (handler ?? '')
    },
  }
}
