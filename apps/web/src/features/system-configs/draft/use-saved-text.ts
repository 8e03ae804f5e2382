import type { NodeCounts, SavedChange } from '@strata/api-types'
import { useTranslations } from 'use-intl'

/** What was saved, in a line: how many settings, and how many nodes read something else. */
export function useSavedText(): (saved: SavedChange) => string {
  const t = useTranslations('systemConfigs.saved')
  return ({ leaves, nodes }) => {
    const said = t('settings', { count: leaves })
    return nodes === undefined || nodes.all === 0 ? said : `${said} · ${t('nodes', range(nodes))}`
  }
}

/** From how many for sure to how many at most. */
function range({ changed, perhaps }: NodeCounts) {
  return { count: changed, most: changed + perhaps, sure: perhaps === 0 ? 'yes' : 'no' }
}
