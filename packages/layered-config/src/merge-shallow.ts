import type { JsonObject } from '@strata/json'

/**
 * Objects merged at their top level only, lowest first: a later key replaces an earlier one as a whole.
 * This is how a plan's type overrides its class and how a plan's `params` override a back-end's settings.
 * Changes no argument.
 * Source: kzs_plan.
 */
export function mergeShallow(...lowestFirst: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(lowestFirst.flatMap((object) => Object.entries(object)))
}
