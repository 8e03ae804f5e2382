import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { effectiveSection, patchedSection, sectionDifference } from '@strata/layered-config'
import type { Context } from '#bff/context.ts'
import type { Turns } from '#bff/documents/turns.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { publicMembers } from '#bff/http/public-members.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { errorsBelow, errorsFrom, mappingErrors } from '../error-paths.ts'
import type { CategoryLoader, LoadedCategory, Outcome } from '../loaded-category.ts'
import type { Secrets } from '../secrets.ts'
import type { ConfigStore } from '../store.ts'
import { assertNamesMeant, assertSection, sectionBody } from './body.ts'

/** Which section of which category. */
export interface SectionName {
  readonly category: string
  readonly section: string
}

/**
 * Reads and writes of one section, as KAZOO's `cb_system_configs` does them. All writes are repeated on the fresh
 * document when another write came between, and throw `precondition-failed` and `invalid`; errors are keyed from the
 * section on.
 */
export interface SectionService {
  /**
   * What is stored, `{}` when nothing is; with `withDefaults` the effective value. Never `not-found`.
   * - keys that are private in KAZOO (`_…`, `pvt_…`) are left out, as in KAZOO; a read of the whole document shows them
   */
  read(name: SectionName, withDefaults: boolean, request: ApiRequest): Promise<Outcome>
  /** Stores the difference of what was sent from what the section inherits; `{}` when there is none. */
  replace(name: SectionName, request: ApiRequest): Promise<Outcome>
  /** Merges what was sent onto the effective value and stores the difference. `null` resets a key. */
  patch(name: SectionName, request: ApiRequest): Promise<Outcome>
  /**
   * Removes what is stored under the name, a section or not; everything else stays, what is no section included.
   * Throws `not-found` without the document, and where the section is missing or empty.
   */
  remove(name: SectionName, request: ApiRequest): Promise<Outcome>
}

interface Parts {
  readonly context: Context
  readonly store: ConfigStore
  readonly load: CategoryLoader
  readonly secrets: Secrets
  readonly turns: Turns
}

export function createSectionService({ context, store, load, secrets, turns }: Parts): SectionService {
  function outcome(category: LoadedCategory, revision: string | undefined, section: string, data: JsonObject): Outcome {
    return { data: { ...data, id: `${category.name}/${section}` }, revision, schemaRevision: category.schema.revision }
  }

  function fresh<T>(
    { category, request }: { category: string; request: ApiRequest },
    write: (category: LoadedCategory) => Promise<T>,
  ): Promise<T> {
    return turns.repeatedOnConflict(category, async () => {
      const loaded = await load(category)
      requireMatch(request, loaded.document?.revision)
      return write(loaded)
    })
  }

  async function save(
    category: LoadedCategory,
    section: string,
    values: JsonObject,
    request: ApiRequest,
  ): Promise<Outcome> {
    const validation = context.validator.validate({ configSection: category.name }, values, category.snapshot)
    if (!validation.valid) throw validationError(errorsBelow(validation.errors, [section]))
    if (!isJsonObject(validation.value)) throw new AppError('internal', 'Validation made no object of a section.')
    const stored = sectionDifference(category, section, validation.value)
    const fields = { ...category.sections, [section]: stored }
    assertNamesMeant(category, fields)
    const saved = await store.save({ category: category.name, before: category.document, fields, request })
    return outcome(category, saved.revision, section, secrets.show(request, stored, [section]))
  }

  /** Inside, errors are keyed from the document on, so that the secrets they echo are recognised. */
  function inSection<T>(section: string, request: ApiRequest, write: () => Promise<T>): Promise<T> {
    return mappingErrors(
      () => secrets.hiding(request, write),
      (errors) => errorsFrom(errors, [section]),
    )
  }

  return {
    async read({ category: name, section }, withDefaults, request) {
      const category = await load(name)
      const values = withDefaults ? effectiveSection(category, section) : (storedSection(category, section) ?? {})
      const shown = secrets.show(request, publicMembers(values), [section])
      return outcome(category, category.document?.revision, section, shown)
    },
    replace({ category, section }, request) {
      assertSection(section)
      const sent = sectionBody(request.data)
      return inSection(section, request, () =>
        fresh({ category, request }, (loaded) => {
          const known = effectiveSection(loaded, section)
          return save(loaded, section, secrets.restoreWhole(request, sent, known, [section]), request)
        }),
      )
    },
    patch({ category, section }, request) {
      assertSection(section)
      const sent = sectionBody(request.data)
      return inSection(section, request, () =>
        fresh({ category, request }, (loaded) => {
          const known = effectiveSection(loaded, section)
          const patch = secrets.restore(request, sent, known, [section])
          return save(loaded, section, patchedSection(loaded, section, patch), request)
        }),
      )
    },
    remove: ({ category, section }, request) =>
      fresh({ category, request }, async (loaded) => {
        if (loaded.document === undefined) throw badIdentifier(category)
        const stored = Object.entries(loaded.document.fields)
        if (!stored.some(([name, value]) => name === section && !isEmptyToKazoo(value))) throw missingSection(section)
        const fields = Object.fromEntries(stored.filter(([name]) => name !== section))
        const saved = await store.save({ category, before: loaded.document, fields, request })
        return outcome(loaded, saved.revision, section, {})
      }),
  }
}

function storedSection({ sections }: LoadedCategory, section: string): JsonObject | undefined {
  const stored = Object.hasOwn(sections, section) ? sections[section] : undefined
  return isJsonObject(stored) ? stored : undefined
}

/** Source: kz_term:is_empty/1. */
function isEmptyToKazoo(value: JsonValue): boolean {
  if (typeof value === 'object') return value === null || Object.keys(value).length === 0
  return value === 0 || (typeof value === 'string' && ['', '0', 'NULL', 'undefined'].includes(value))
}

/** KAZOO's own handler answers this one: another name, and a list for data. */
function missingSection(section: string): AppError {
  return new AppError('not-found', `There is no section ${section}.`, { name: 'bad identifier', data: [section] })
}
