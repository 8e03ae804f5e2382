import type { RoutePart, RouteProblem as ShownProblem } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import type { Decided, RouteProblem } from '@strata/storage-plan'

/** A decided value as the console reads it. */
export function showPart<Value extends JsonValue>({ value, by }: Decided<Value>) {
  return { value, by: by === undefined ? null : { ...by } } satisfies RoutePart<Value>
}

export function showOptionalPart<Value extends JsonValue>(part: Decided<Value> | undefined) {
  return part === undefined ? null : showPart(part)
}

export function showProblem({ kind, id, pointer, layer }: RouteProblem) {
  return { kind, id, pointer, layer: layer ?? null } satisfies ShownProblem
}
