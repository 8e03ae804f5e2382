import type { ValidationErrors } from '@strata/api-types'
import { getAt, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import {
  type Category,
  type LeafOperation,
  type LeafOutcome,
  leafOperationSteps,
  sectionValues,
} from '@strata/layered-config'
import { validationError } from '#bff/errors/app-error.ts'
import { type Breathe, inSteps } from '#bff/scheduling/breathe.ts'
import { validate } from '#bff/validation/validator.ts'
import { checkStoredSection, errorsBelow, type SectionRules } from '../section-errors.ts'
import { touchedErrors } from './touched-errors.ts'

export interface LeafWrite extends SectionRules {
  /** `sections` are all public fields of the stored document: what nobody touches is kept, whatever it is. */
  readonly category: Category
  readonly operations: readonly LeafOperation[]
  readonly breathe: Breathe
}

/** What leaf operations make of a document. */
export interface LeafWriteResult {
  /** The public fields of the document afterwards. */
  readonly fields: JsonObject
  /** What became of each operation, in the order given. */
  readonly outcomes: readonly LeafOutcome[]
}

interface SectionCheck {
  readonly errors: ValidationErrors
  /** The section with everything converted that could be. */
  readonly values: JsonValue
}

/**
 * The document after leaf operations.
 * - values that are set are validated and converted as a section is, whatever the section's name
 * - a key that a value leaves out is not missing where the section inherits it
 * - what is stored beside them is neither validated nor changed; what is removed may always be removed
 * Throws `invalid` with everything that is wrong, keyed from the section on.
 */
export async function applyLeafWrite(write: LeafWrite): Promise<LeafWriteResult> {
  const after = (await apply(write, write.operations)).fields
  const touched = new Set(write.operations.flatMap(({ op, section }) => (op === 'set' ? [section] : [])))
  const checks = new Map<string, SectionCheck>()
  for (const section of touched) {
    checks.set(section, checkSection(write, section, after))
    await write.breathe()
  }
  const errors = Object.fromEntries([...checks.values()].flatMap((check) => Object.entries(check.errors)))
  if (Object.keys(errors).length > 0) throw validationError(errors)
  return apply(
    write,
    write.operations.map((operation) => withConverted(operation, checks.get(operation.section)?.values)),
  )
}

async function apply({ category, breathe }: LeafWrite, operations: readonly LeafOperation[]): Promise<LeafWriteResult> {
  try {
    const { sections: fields, outcomes } = await inSteps(leafOperationSteps(category, operations), breathe)
    return { fields, outcomes }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw validationError({ operations: { invalid: { message: error.message } } })
  }
}

function checkSection(write: LeafWrite, section: string, after: JsonObject): SectionCheck {
  const now = checkStoredSection(write, { ...write.category, sections: after }, section)
  if (now.valid) return { errors: {}, values: now.value }
  const { snapshot, validator, name, category } = write
  const stored = sectionValues(category.sections, section)
  const was = validate(validator, { configSection: name }, stored, snapshot)
  const touched = write.operations.flatMap((operation) =>
    operation.op === 'set' && operation.section === section ? [parsePointer(operation.pointer)] : [],
  )
  const errors = touchedErrors({ touched, before: was.valid ? {} : was.errors, after: now.errors })
  return { errors: errorsBelow(errors, [section]), values: now.value }
}

function withConverted(operation: LeafOperation, values: JsonValue | undefined): LeafOperation {
  const value = operation.op === 'set' ? getAt(values, operation.pointer) : undefined
  return operation.op === 'remove' || value === undefined ? operation : { ...operation, value }
}
