import type { LayerName as PlanLayerName } from '@strata/storage-plan'
import type { LayerName } from '#web/components/chip.tsx'

/** The colours that a layer wears; undefined is the built-in one. */
export function chipLayer(name: PlanLayerName | undefined): LayerName {
  return name === 'user' ? 'account' : (name ?? 'built-in')
}
