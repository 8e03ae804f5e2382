import { isJsonObject, type JsonObject } from '@strata/json'
import {
  configWithDefaultSection,
  configWithDefaults,
  documentDifference,
  patchedDocument,
} from '@strata/layered-config'
import type { Actor } from '#bff/auth/actor.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { validate } from '#bff/validation/validator.ts'
import type { Configs, Sent } from '../configs.ts'
import { type LoadedCategory, loadCategory, type Outcome } from '../loaded-category.ts'
import { restoredSecrets, restoredWhole, shownError, shownSecrets } from '../secrets.ts'
import { removeConfig, saveConfig } from '../store.ts'
import { assertNamesMeant, documentBody } from './body.ts'

/** Reads and writes of a category's whole document, as KAZOO's `cb_system_configs` does them. */

/** `default` effective, the other sections as stored; with `withDefaults` all effective. Never `not-found`. */
export async function readDocument(
  configs: Configs,
  actor: Actor,
  name: string,
  { withDefaults }: { withDefaults: boolean },
): Promise<Outcome> {
  const category = await loadCategory(configs, name)
  const config = withDefaults ? configWithDefaults(category) : configWithDefaultSection(category)
  return outcome(category, category.document?.revision, shownSecrets(configs, actor, config, []))
}

/**
 * Stores the difference of what was sent from what it would inherit; sections that were not sent go.
 * Throws `precondition-failed`, `invalid`, and `conflict` when another write came between.
 */
export async function replaceDocument(
  configs: Configs,
  actor: Actor,
  name: string,
  { data, ifMatch }: Sent,
): Promise<Outcome> {
  const category = await loadCategory(configs, name)
  requireMatch({ ifMatch }, category.document?.revision)
  const body = { sent: documentBody(data), known: configWithDefaults(category), base: [] }
  return saveDocument(configs, actor, category, restoredWhole(configs, actor, body))
}

/**
 * Merges what was sent onto the effective values and stores the difference. `null` resets a key or removes a section.
 * Repeated on the fresh document when another write came between.
 * Throws `precondition-failed` and `invalid`.
 */
export async function patchDocument(
  configs: Configs,
  actor: Actor,
  name: string,
  { data, ifMatch }: Sent,
): Promise<Outcome> {
  return configs.turns.repeatedOnConflict(name, async () => {
    const category = await loadCategory(configs, name)
    requireMatch({ ifMatch }, category.document?.revision)
    const body = { sent: documentBody(data), known: configWithDefaults(category), base: [] }
    const patch = restoredSecrets(configs, actor, body)
    return saveDocument(configs, actor, category, patchedDocument(category, patch))
  })
}

/** Gives the document as it was. Throws `not-found`, `precondition-failed` and `conflict`. */
export async function removeDocument(
  configs: Configs,
  actor: Actor,
  name: string,
  { ifMatch }: Pick<Sent, 'ifMatch'>,
): Promise<Outcome> {
  const category = await loadCategory(configs, name)
  const { document } = category
  if (document === undefined) throw badIdentifier(name)
  requireMatch({ ifMatch }, document.revision)
  await removeConfig(configs, actor, document)
  const fields = shownSecrets(configs, actor, document.fields, [])
  return outcome(category, document.revision, { ...fields, _read_only: { deleted: true } })
}

/** Validates the whole document and stores its difference. */
async function saveDocument(
  configs: Configs,
  actor: Actor,
  category: LoadedCategory,
  document: JsonObject,
): Promise<Outcome> {
  const validation = validate(configs.validator, { configDocument: category.name }, document, category.snapshot)
  if (!validation.valid) throw shownError(configs, actor, validationError(validation.errors), [])
  if (!isJsonObject(validation.value)) throw new AppError('internal', 'Validation made no object of a document.')
  const fields = documentDifference({ sections: validation.value, defaults: category.defaults })
  assertNamesMeant(category, fields)
  const saved = await saveConfig(configs, actor, { category: category.name, before: category.document, fields })
  return outcome(category, saved.revision, shownSecrets(configs, actor, saved.fields, []))
}

function outcome(category: LoadedCategory, revision: string | undefined, data: JsonObject): Outcome {
  return { data: { ...data, id: category.name }, revision, schemaRevision: category.schema.revision }
}
