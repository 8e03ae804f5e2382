import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { lowerCaseVerbs } from '@strata/kazoo-schemas'
import { mergeRecursive } from '@strata/layered-config'
import type { Context } from '#bff/context.ts'
import { AppError, validationError } from '#bff/errors.ts'
import type { ValidationErrors } from '#bff/validation/validator.ts'
import { backEndErrors } from './checks.ts'
import { layersBelow } from './layers.ts'
import type { Place } from './place.ts'
import { danglingReferences } from './references.ts'
import type { StorageStore } from './store.ts'

/**
 * A document that may be stored at `place`: coerced, with the schema's defaults filled in.
 * - verbs are taken in any case
 * - beyond the schema: what the plan names must be defined by this document or a layer below it, URLs must be allowed,
 *   OAuth documents must exist
 * Throws `invalid` with everything that is wrong at once.
 */
export async function validDocument(
  place: Place,
  draft: JsonObject,
  context: Context,
  store: StorageStore,
): Promise<JsonObject> {
  const document = lowerCaseVerbs(draft)
  const [validation, references, backEnds] = await Promise.all([
    validate(document, context),
    referenceErrors(place, document, context, store),
    backEndErrors(document, context),
  ])
  const errors = { ...references, ...backEnds, ...(validation.valid ? {} : validation.errors) }
  if (!validation.valid || Object.keys(errors).length > 0) throw validationError(errors)
  if (isJsonObject(validation.value)) return validation.value
  throw new AppError('internal', 'Validation made something else of a storage document than an object.')
}

async function validate(document: JsonValue, { schemas, validator }: Context) {
  return validator.validate({ schema: 'storage' }, document, await schemas.snapshot(), { fillDefaults: true })
}

async function referenceErrors(
  place: Place,
  document: JsonObject,
  { accounts }: Context,
  store: StorageStore,
): Promise<ValidationErrors> {
  const below = await layersBelow(place, accounts, store)
  return danglingReferences(document, mergeRecursive(...below.map(({ values }) => values), document))
}
