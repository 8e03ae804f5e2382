import { useTranslations } from 'use-intl'

/** How much is set in a place, in the one unit there is: overrides. */
export function OverrideCount({ count }: { count: number }) {
  return useTranslations('systemConfigs.scope')('overrides', { count })
}
