import { isJsonObject, type JsonObject } from '@strata/json'
import {
  configWithDefaultSection,
  configWithDefaults,
  documentDifference,
  patchedDocument,
} from '@strata/layered-config'
import type { Context } from '#bff/context.ts'
import type { Turns } from '#bff/documents/turns.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import type { CategoryLoader, LoadedCategory, Outcome } from '../loaded-category.ts'
import type { Secrets } from '../secrets.ts'
import type { ConfigStore } from '../store.ts'
import { assertNamesMeant, documentBody } from './body.ts'

/** Reads and writes of a category's whole document, as KAZOO's `cb_system_configs` does them. */
export interface DocumentService {
  /** `default` effective, the other sections as stored; with `withDefaults` all effective. Never `not-found`. */
  read(category: string, withDefaults: boolean, request: ApiRequest): Promise<Outcome>
  /**
   * Stores the difference of what was sent from what it would inherit; sections that were not sent go.
   * Throws `precondition-failed`, `invalid`, and `conflict` when another write came between.
   */
  replace(category: string, request: ApiRequest): Promise<Outcome>
  /**
   * Merges what was sent onto the effective values and stores the difference. `null` resets a key or removes a section.
   * Repeated on the fresh document when another write came between.
   * Throws `precondition-failed` and `invalid`.
   */
  patch(category: string, request: ApiRequest): Promise<Outcome>
  /** Gives the document as it was. Throws `not-found`, `precondition-failed` and `conflict`. */
  remove(category: string, request: ApiRequest): Promise<Outcome>
}

interface Parts {
  readonly context: Context
  readonly store: ConfigStore
  readonly load: CategoryLoader
  readonly secrets: Secrets
  readonly turns: Turns
}

export function createDocumentService({ context, store, load, secrets, turns }: Parts): DocumentService {
  function outcome(category: LoadedCategory, revision: string | undefined, data: JsonObject): Outcome {
    return { data: { ...data, id: category.name }, revision, schemaRevision: category.schema.revision }
  }

  function shown(
    request: ApiRequest,
    category: LoadedCategory,
    revision: string | undefined,
    fields: JsonObject,
  ): Outcome {
    return outcome(category, revision, secrets.show(request, fields, []))
  }

  /** Validates the whole document and stores its difference. */
  async function save(category: LoadedCategory, document: JsonObject, request: ApiRequest): Promise<Outcome> {
    const validation = context.validator.validate({ configDocument: category.name }, document, category.snapshot)
    if (!validation.valid) throw validationError(validation.errors)
    if (!isJsonObject(validation.value)) throw new AppError('internal', 'Validation made no object of a document.')
    const fields = documentDifference({ sections: validation.value, defaults: category.defaults })
    assertNamesMeant(category, fields)
    const saved = await store.save({ category: category.name, before: category.document, fields, request })
    return shown(request, category, saved.revision, saved.fields)
  }

  return {
    async read(name, withDefaults, request) {
      const category = await load(name)
      const config = withDefaults ? configWithDefaults(category) : configWithDefaultSection(category)
      return shown(request, category, category.document?.revision, config)
    },
    replace: (name, request) =>
      secrets.hiding(request, async () => {
        const category = await load(name)
        requireMatch(request, category.document?.revision)
        const known = configWithDefaults(category)
        return save(category, secrets.restoreWhole(request, documentBody(request.data), known, []), request)
      }),
    patch: (name, request) =>
      secrets.hiding(request, () =>
        turns.repeatedOnConflict(name, async () => {
          const category = await load(name)
          requireMatch(request, category.document?.revision)
          const patch = secrets.restore(request, documentBody(request.data), configWithDefaults(category), [])
          return save(category, patchedDocument(category, patch), request)
        }),
      ),
    async remove(name, request) {
      const category = await load(name)
      if (category.document === undefined) throw badIdentifier(name)
      requireMatch(request, category.document.revision)
      await store.remove(category.document, request)
      const removed = shown(request, category, category.document.revision, category.document.fields)
      return { ...removed, data: { ...removed.data, _read_only: { deleted: true } } }
    },
  }
}
