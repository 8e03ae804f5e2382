import { formatPointer, getAt, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import {
  applyLeafOperations,
  type Category,
  inheritedBySection,
  type LeafOperation,
  storedConfig,
} from '@strata/layered-config'
import { validationError } from '#bff/errors.ts'
import { parseDottedPath } from '#bff/redaction/dotted-path.ts'
import type { SchemaSnapshot } from '#bff/schemas/repository.ts'
import type { ValidationErrors, Validator } from '#bff/validation/validator.ts'
import { errorsBelow } from './error-paths.ts'
import { touchedErrors } from './touched-errors.ts'

export interface LeafWrite {
  /** The category's. */
  readonly name: string
  /** `sections` are all public fields of the stored document: what nobody touches is kept, whatever it is. */
  readonly category: Category
  readonly operations: readonly LeafOperation[]
  readonly snapshot: SchemaSnapshot
  readonly validator: Validator
}

interface SectionCheck {
  readonly errors: ValidationErrors
  /** The section with everything converted that could be. */
  readonly values: JsonValue
}

/**
 * The public fields of the document after leaf operations.
 * - values that are set are validated and converted as a section is, whatever the section's name
 * - a key that a value leaves out is not missing where the section inherits it
 * - what is stored beside them is neither validated nor changed; what is removed may always be removed
 * Throws `invalid` with everything that is wrong, keyed from the section on.
 */
export function applyLeafWrite(write: LeafWrite): JsonObject {
  const after = apply(write.category, write.operations)
  const touched = new Set(write.operations.flatMap(({ op, section }) => (op === 'set' ? [section] : [])))
  const checks = new Map([...touched].map((section) => [section, checkSection(write, section, after)]))
  const errors = Object.fromEntries([...checks.values()].flatMap((check) => Object.entries(check.errors)))
  if (Object.keys(errors).length > 0) throw validationError(errors)
  return apply(
    write.category,
    write.operations.map((operation) => withConverted(operation, checks.get(operation.section)?.values)),
  )
}

function apply(category: Category, operations: readonly LeafOperation[]): JsonObject {
  try {
    return applyLeafOperations(category, operations).sections
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw validationError({ operations: { invalid: { message: error.message } } })
  }
}

function checkSection(write: LeafWrite, section: string, after: JsonObject): SectionCheck {
  const validate = (fields: JsonObject) =>
    write.validator.validate({ configSection: write.name }, storedConfig(fields)[section] ?? {}, write.snapshot)
  const now = validate(after)
  if (now.valid) return { errors: {}, values: now.value }
  const was = validate(write.category.sections)
  const touched = write.operations.flatMap((operation) =>
    operation.op === 'set' && operation.section === section ? [parsePointer(operation.pointer)] : [],
  )
  const inherited = inheritedBySection({ sections: after, defaults: write.category.defaults }, section)
  const errors = touchedErrors({
    touched,
    before: was.valid ? {} : was.errors,
    after: withoutInherited(now.errors, inherited),
  })
  return { errors: errorsBelow(errors, [section]), values: now.value }
}

/** What a section leaves out it inherits, at its top level from KAZOO's built-in value if from nowhere else. */
function withoutInherited(errors: ValidationErrors, inherited: JsonObject): ValidationErrors {
  return Object.fromEntries(
    Object.entries(errors).filter(([path, entry]) => {
      const tokens = parseDottedPath(path)
      const isLeftOut = Object.hasOwn(entry, 'required')
      return !isLeftOut || (tokens.length > 1 && getAt(inherited, formatPointer(tokens)) === undefined)
    }),
  )
}

function withConverted(operation: LeafOperation, values: JsonValue | undefined): LeafOperation {
  const value = operation.op === 'set' ? getAt(values, operation.pointer) : undefined
  return operation.op === 'remove' || value === undefined ? operation : { ...operation, value }
}
