import type { JsonObject, JsonValue } from '@strata/json'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'

/** Crossbar's keyed error body: dotted path → one keyword → detail. */
export type ValidationErrors = Record<string, Record<string, JsonObject>>

/** `value` is the copy with everything converted that could be, also where something else is wrong. */
export type Validation =
  | { readonly valid: true; readonly value: JsonValue }
  | { readonly valid: false; readonly errors: ValidationErrors; readonly value: JsonValue }

/** Which document is validated: a schema by its id, a whole system config, or one section of it. */
export type ValidationTarget =
  | { readonly schema: string }
  | { readonly configDocument: string }
  | { readonly configSection: string }

/**
 * Validates as Crossbar does: draft-04 semantics, coercion of strings to numbers and booleans on wrong types, errors in
 * Crossbar's shape. `value` is the coerced copy; with `fillDefaults` schema defaults are written into it as well.
 * Numbers that cannot be kept exactly are refused, whatever the schema says of their place.
 * A category without a schema accepts anything in its sections. Throws `internal` when a named schema is missing.
 */
export interface Validator {
  validate(
    target: ValidationTarget,
    value: JsonValue,
    snapshot: SchemaSnapshot,
    options?: { fillDefaults?: boolean },
  ): Validation
}
