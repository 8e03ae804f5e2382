import type { ValidationErrors } from '@strata/api-types'
import { formatPointer, getAt, type JsonObject } from '@strata/json'
import { type Category, inheritedBySection, sectionValues } from '@strata/layered-config'
import { dottedPath, parseDottedPath } from '#bff/errors/dotted-path.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import { type Validation, type Validator, validate } from '#bff/validation/validator.ts'

/** What the rules of a category are applied with. */
export interface SectionRules {
  /** The category's. */
  readonly name: string
  readonly snapshot: SchemaSnapshot
  readonly validator: Validator
}

/**
 * A section validated as it is stored, whatever its name; errors are keyed inside the section.
 * - a key that it leaves out is not missing where the section inherits it, at its top level from KAZOO's built-in value
 *   if from nowhere else
 */
export function checkStoredSection(rules: SectionRules, category: Category, section: string): Validation {
  const values = sectionValues(category.sections, section)
  const validation = validate(rules.validator, { configSection: rules.name }, values, rules.snapshot)
  if (validation.valid) return validation
  const errors = withoutInherited(validation.errors, inheritedBySection(category, section))
  return { ...validation, errors }
}

function withoutInherited(errors: ValidationErrors, inherited: JsonObject): ValidationErrors {
  return Object.fromEntries(
    Object.entries(errors).filter(([path, entry]) => {
      const tokens = parseDottedPath(path)
      const isLeftOut = Object.hasOwn(entry, 'required')
      return !isLeftOut || (tokens.length > 1 && getAt(inherited, formatPointer(tokens)) === undefined)
    }),
  )
}

/** Validation errors of a value as errors of what holds it at `base`. */
export function errorsBelow<Entry>(errors: Record<string, Entry>, base: readonly string[]): Record<string, Entry> {
  const start = dottedPath(base)
  return Object.fromEntries(
    Object.entries(errors).map(([path, entry]) => [path === '' ? start : `${start}.${path}`, entry]),
  )
}
