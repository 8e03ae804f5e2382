import type { ValidationErrors } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { lowerCaseVerbs } from '@strata/kazoo-schemas'
import type { Context } from '#bff/context.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import { requireSession } from '#bff/http/require-session.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { type Validation, validate } from '#bff/validation/validator.ts'
import { borrowedSecrets } from './borrowed-secrets.ts'
import { backEndErrors } from './checks.ts'
import { entriesOf } from './entries.ts'
import { findBelow, layersToCome } from './layers.ts'
import { layerNameOf, type StoragePlace } from './place.ts'
import { referenceErrors } from './references.ts'
import type { StorageStore } from './store.ts'

/** A document that is meant to be stored at a place, over what is stored there. */
interface Draft {
  readonly place: StoragePlace
  readonly draft: JsonObject
  /** `{}` where nothing is, and where whatever the draft says is to be used now. */
  readonly stored: JsonObject
}

/**
 * A document that may be stored at `place`: coerced, with the schema's defaults filled in.
 * - verbs are taken in any case
 * - beyond the schema: what the plan names must be defined by this document or a layer below it, URLs must be allowed,
 *   OAuth documents must be for whoever writes to use
 * - only superduper admins may say where secrets of the layers below go
 * Throws `invalid` with everything that is wrong at once.
 */
export async function validDocument(
  { place, draft, stored }: Draft,
  request: ApiRequest,
  context: Context,
  store: StorageStore,
): Promise<JsonObject> {
  const document = lowerCaseVerbs(draft)
  const [validation, layered, backEnds] = await Promise.all([
    validated(document, context),
    layerErrors(place, document, request, context, store),
    backEndErrors(document, { place, stored, session: requireSession(request) }, context),
  ])
  const errors = { ...backEnds, ...(validation.valid ? {} : validation.errors), ...layered }
  if (!validation.valid || Object.keys(errors).length > 0) throw validationError(errors)
  if (isJsonObject(validation.value)) return validation.value
  throw new AppError('internal', 'Validation made something else of a storage document than an object.')
}

/** A stored back-end as a save would write it again: verbs in lower case, defaults filled in, values converted. */
export async function asSaved(id: string, entry: JsonObject, context: Context): Promise<JsonObject> {
  const validation = await validated(lowerCaseVerbs({ attachments: { [id]: entry } }), context)
  const document = validation.valid && isJsonObject(validation.value) ? validation.value : {}
  return Object.fromEntries(entriesOf(document, 'attachments'))[id] ?? entry
}

async function validated(document: JsonValue, { schemas, validator }: Context): Promise<Validation> {
  return validate(validator, { schema: 'storage' }, document, await schemas.snapshot(), { fillDefaults: true })
}

/** What is wrong with a document beside those below it. */
export async function layerErrors(
  place: StoragePlace,
  values: JsonObject,
  request: ApiRequest,
  { accounts, schemas }: Context,
  store: StorageStore,
): Promise<ValidationErrors> {
  const below = await findBelow(place, accounts, store)
  const own = layerNameOf(place)
  const dangling = referenceErrors([...below.layers, { name: own, values }], await schemas.kazooVersion())
  if (requireSession(request).isSuperduperAdmin) return dangling
  const toCome = await layersToCome(place, below, accounts, store)
  return { ...dangling, ...borrowedSecrets(values, [...below.layers, ...toCome], own) }
}
