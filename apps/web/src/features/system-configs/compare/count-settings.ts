import { type ComparedKey, parentsOf } from './compare-values.ts'

/** How many settings both sides have together, and in how many of them they differ. */
export interface SettingCounts {
  readonly differing: number
  readonly count: number
}

/**
 * Counts what is compared by settings, as form and matrix count: a setting that holds an object is one, however many of
 * its leaves differ. `pointers` are the settings of both categories.
 */
export function countSettings(keys: readonly ComparedKey[], pointers: readonly string[]): SettingCounts {
  const settings = new Set(pointers)
  const settingOf = (pointer: string) => parentsOf(pointer).find((place) => settings.has(place)) ?? pointer
  const differing = new Set(keys.filter(({ isSame }) => !isSame).map(({ pointer }) => settingOf(pointer)))
  return { differing: differing.size, count: settings.size }
}
