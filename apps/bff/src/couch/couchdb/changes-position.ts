import { isJsonObject, type JsonValue } from '@strata/json'

/** A place in the changes of one database, and not of another that takes its name. */
export interface ChangesPosition {
  /** When the database was made, as CouchDB says from 3.3 on; `0` on older ones. */
  readonly made: string
  readonly sequence: string
}

/** The place in the form that readers keep. */
export function fromPosition({ made, sequence }: ChangesPosition): string {
  return `${made} ${sequence}`
}

/** Undefined for the place of a database that did not exist. */
export function readPosition(text: string): ChangesPosition | undefined {
  const [made, sequence] = text.split(' ')
  return made === undefined || sequence === undefined ? undefined : { made, sequence }
}

/** What `GET /database` says; undefined where it is no such answer. */
export function databaseState(body: JsonValue): ChangesPosition | undefined {
  if (!isJsonObject(body) || typeof body.db_name !== 'string' || body.update_seq === undefined) return undefined
  return { made: String(body.instance_start_time ?? '0'), sequence: String(body.update_seq) }
}

/**
 * Whether a database is the one that was read up to `known`: made at the same time, and not taken back. `read` is where
 * reading on from there led.
 * - a cluster's sequence begins with a number that grows as long as it is read on; a place that it does not know makes
 *   it begin anew, with a lower one
 * - what the database itself says of its sequence counts where that is a mere number: in a cluster another node may
 *   answer, which lags behind
 */
export function isSame(now: ChangesPosition, read: ChangesPosition, known: ChangesPosition): boolean {
  const isMadeThen = now.made === known.made
  const isPlain = /^\d+$/.test(now.sequence) && /^\d+$/.test(known.sequence)
  const isBehind = numberOf(read) < numberOf(known) || (isPlain && numberOf(now) < numberOf(known))
  return isMadeThen && !isBehind
}

function numberOf({ sequence }: ChangesPosition): number {
  return Number.parseInt(sequence, 10) || 0
}
