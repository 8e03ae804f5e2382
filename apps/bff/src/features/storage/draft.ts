import type { ValidationErrors } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue, parsePointer } from '@strata/json'
import { lowerCaseVerbs } from '@strata/kazoo-schemas'
import { danglingInHighest, type KazooVersion, layeredStorage, type StorageLayer } from '@strata/storage-plan'
import { type Actor, requireSession } from '#bff/auth/actor.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import { dottedPath } from '#bff/errors/dotted-path.ts'
import { type Validation, validate } from '#bff/validation/validator.ts'
import { borrowedSecrets } from './borrowed-secrets.ts'
import { backEndErrors } from './checks.ts'
import { entriesOf } from './entries.ts'
import { findBelow, layersToCome } from './layers.ts'
import { layerNameOf, type StoragePlace } from './place.ts'
import type { StorageContext } from './storage-context.ts'

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
  storage: StorageContext,
  actor: Actor,
  { place, draft, stored }: Draft,
): Promise<JsonObject> {
  const document = lowerCaseVerbs(draft)
  const [validation, layered, backEnds] = await Promise.all([
    validated(storage, document),
    layerErrors(storage, actor, place, document),
    backEndErrors(document, { place, stored, session: requireSession(actor) }, storage),
  ])
  const errors = { ...backEnds, ...(validation.valid ? {} : validation.errors), ...layered }
  if (!validation.valid || Object.keys(errors).length > 0) throw validationError(errors)
  if (isJsonObject(validation.value)) return validation.value
  throw new AppError('internal', 'Validation made something else of a storage document than an object.')
}

/** A stored back-end as a save would write it again: verbs in lower case, defaults filled in, values converted. */
export async function asSaved(storage: StorageContext, id: string, entry: JsonObject): Promise<JsonObject> {
  const validation = await validated(storage, lowerCaseVerbs({ attachments: { [id]: entry } }))
  const document = validation.valid && isJsonObject(validation.value) ? validation.value : {}
  return Object.fromEntries(entriesOf(document, 'attachments'))[id] ?? entry
}

async function validated({ schemas, validator }: StorageContext, document: JsonValue): Promise<Validation> {
  return validate(validator, { schema: 'storage' }, document, await schemas.snapshot(), { fillDefaults: true })
}

/** What is wrong with a document beside those below it. */
export async function layerErrors(
  storage: StorageContext,
  actor: Actor,
  place: StoragePlace,
  values: JsonObject,
): Promise<ValidationErrors> {
  const below = await findBelow(storage, place)
  const own = layerNameOf(place)
  const dangling = referenceErrors([...below.layers, { name: own, values }], await storage.schemas.kazooVersion())
  if (requireSession(actor).isSuperduperAdmin) return dangling
  const toCome = await layersToCome(storage, place, below)
  return { ...dangling, ...borrowedSecrets(values, [...below.layers, ...toCome], own) }
}

/**
 * Every place of a document's plan that names a back-end or connection which neither it nor a layer below it defines, in
 * KAZOO's shape. KAZOO's reader fails on such a plan, so it must not be stored.
 * - `layers` are those below the document, and it
 */
export function referenceErrors(layers: readonly StorageLayer[], version: KazooVersion): ValidationErrors {
  const offenders = danglingInHighest(layeredStorage(layers), version)
  return Object.fromEntries(
    offenders.map(({ kind, id, pointer }) => {
      const what = kind === 'undefined-back-end' ? 'back-end' : 'connection'
      const message = `Neither this document nor a layer below it defines the ${what} '${id}'.`
      return [dottedPath(parsePointer(pointer)), { error: { message, value: id } }]
    }),
  )
}
