import { type JsonObject, parsePointer } from '@strata/json'
import { limitExcesses, type StorageMeasure, storageLimits } from '@strata/storage-plan'
import { validationError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'

const words: Readonly<Record<StorageMeasure, { what: string; advice: string }>> = {
  attachments: { what: 'back-ends', advice: 'remove those that no rule uses' },
  connections: { what: 'connections', advice: 'remove those that no rule uses' },
  types: {
    what: 'document types with a rule of their own in one class',
    advice: 'let the rule of the class say what several of them have in common',
  },
  conditions: { what: 'rules by month, or by name, within one rule', advice: 'join months that go the same way' },
  rules: { what: 'rules', advice: 'let the rules of classes say what several types have in common' },
  keys: { what: 'settings in one back-end, connection or rule', advice: 'remove those that nobody reads' },
  entryCharacters: {
    what: 'characters in one back-end or connection',
    advice: 'shorten its address and its other texts',
  },
  items: { what: 'items in one list', advice: 'shorten the list' },
  values: { what: 'values in all', advice: 'remove what is not needed' },
  characters: { what: 'characters in all', advice: 'shorten its texts' },
}

/**
 * Checks how much a document holds before anything is made of it: of validating, comparing and resolving it everybody
 * else would wait for the end.
 * - what is stored above a limit may stay and become less; up to so many `times` the limit, where that is given
 * Throws `invalid`, with every limit that it is above.
 */
export function requireWithinLimits(document: JsonObject, stored: JsonObject | undefined, times?: number): void {
  const excesses = limitExcesses(document, stored, times)
  if (excesses.length === 0) return
  const errors = excesses.map(({ measure, limit, count, stored: known, pointer }) => {
    const { what, advice } = words[measure]
    const most = `${storageLimits[measure].toLocaleString('en')} ${what}`
    const has = `this one has ${count.toLocaleString('en')}`
    const message = `A storage document may have ${most}, and ${has}: ${advice}.${keptOf(known, limit, measure)}`
    return [dottedPath(parsePointer(pointer)), { maximum: { message, target: limit, value: count } }] as const
  })
  throw validationError(Object.fromEntries(errors.toReversed()))
}

/** What is said of more than may be that is stored already. */
function keptOf(known: number, limit: number, measure: StorageMeasure): string {
  if (known <= storageLimits[measure]) return ''
  if (known <= limit) return ` The ${known.toLocaleString('en')} that are stored may stay.`
  return ` Of the ${known.toLocaleString('en')} that are stored up to ${limit.toLocaleString('en')} may stay.`
}
