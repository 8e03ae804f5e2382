import type { ToldInPart } from '@strata/api-types'
import type { ToldLayers } from '@strata/storage-plan'

/** Whether an answer is about all that is stored, or about what comes first in documents above the limits. */
export function showTruncated({ truncated }: ToldLayers) {
  return { truncated: truncated === undefined ? null : { ...truncated } } satisfies ToldInPart
}
