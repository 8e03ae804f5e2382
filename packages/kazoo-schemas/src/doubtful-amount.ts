import type { JsonObject } from '@strata/json'
import type { Unit } from './unit-of.ts'

/** Why an amount is hardly meant: it is negative, or of another order than the schema's default. */
export type Doubt = 'negative' | 'much-more' | 'much-less'

/** From so many times the default on, or down to that part of it. */
const factor = 100
/** Below it without a unit, a hundred times the default is nothing strange: of 1 channel there may be 200. */
const smallCount = 10

/**
 * Why an amount that the schema takes is hardly meant; undefined where nothing speaks against it.
 * - negative: of what has a unit, unless the schema names a minimum or default that is negative, too
 * - of another order: a hundred times the default or more, a hundredth of it or less; 0 turns things off
 */
export function doubtfulAmount(amount: number, schema: JsonObject, unit: Unit | undefined): Doubt | undefined {
  const { default: usual, minimum } = schema
  if (amount < 0) {
    const isForeseen = isNegative(usual) || isNegative(minimum)
    return unit === undefined || isForeseen ? undefined : 'negative'
  }
  if (typeof usual !== 'number' || usual <= 0 || amount === 0) return undefined
  if (unit === undefined && usual < smallCount) return undefined
  if (amount >= usual * factor) return 'much-more'
  return amount <= usual / factor ? 'much-less' : undefined
}

/** The schema's default with its unit, as people say it: `2000 ms`; undefined where it names none. */
export function usualAmount({ default: usual }: JsonObject, unit: Unit | undefined): string | undefined {
  if (typeof usual !== 'number') return undefined
  return unit === undefined ? String(usual) : `${usual} ${unit}`
}

function isNegative(value: unknown): boolean {
  return typeof value === 'number' && value < 0
}
