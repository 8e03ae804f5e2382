import type { JsonValue } from '@strata/json'

/**
 * What the table says about itself, written with every change: a record that is gone, or that came back, makes it untrue.
 * The summary itself is not counted.
 */
export interface Summary {
  readonly format: 1
  /** The last sequence that was given out. */
  readonly sequence: number
  /** How many records there are. */
  readonly records: number
  /** The checksums of all records, taken together by exclusive or: their order does not matter. */
  readonly seals: number
}

export const emptySummary: Summary = { format: 1, sequence: 0, records: 0, seals: 0 }

/** Undefined for what is no summary. */
export function readSummary(value: JsonValue): Summary | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { format, sequence, records, seals } = value
  if (format !== 1 || typeof sequence !== 'number' || typeof records !== 'number' || typeof seals !== 'number') {
    return undefined
  }
  return { format, sequence, records, seals }
}
