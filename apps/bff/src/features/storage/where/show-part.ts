import type { RoutePart, RouteProblem as ShownProblem } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { withAddressesMasked } from '@strata/kazoo-schemas'
import type { Decided, RouteProblem } from '@strata/storage-plan'

/** A decided value as the console reads it. */
export function showPart<Value extends JsonValue>({ value, by }: Decided<Value>) {
  return { value, by: by === undefined ? null : { ...by } } satisfies RoutePart<Value>
}

export function showOptionalPart<Value extends JsonValue>(part: Decided<Value> | undefined) {
  return part === undefined ? null : showPart(part)
}

/** A text that somebody may have written an address into. */
export function showText(part: Decided<string> | undefined) {
  return part === undefined ? null : showPart({ ...part, value: withAddressesMasked(part.value) })
}

/** The same of a value that is not known to be a text. */
export function shownName(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? withAddressesMasked(value) : null
}

export function showProblem({ kind, id, pointer, layer }: RouteProblem) {
  return { kind, id, pointer, layer: layer ?? null } satisfies ShownProblem
}
