import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { effectiveSection, patchedSection, sectionDifference } from '@strata/layered-config'
import type { Actor } from '#bff/auth/actor.ts'
import { AppError, badIdentifier, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { publicMembers } from '#bff/http/request.ts'
import { validate } from '#bff/validation/validator.ts'
import type { Configs, Sent } from '../configs.ts'
import { type LoadedCategory, loadCategory, type Outcome } from '../loaded-category.ts'
import { restoredSecrets, restoredWhole, shownError, shownSecrets } from '../secrets.ts'
import { saveConfig } from '../store.ts'
import { assertNamesMeant, assertSection, sectionBody } from './body.ts'

/**
 * Reads and writes of one section, as KAZOO's `cb_system_configs` does them. All writes are repeated on the fresh
 * document when another write came between, and throw `precondition-failed` and `invalid`; errors are keyed from the
 * section on.
 */

/** Which section of which category. */
export interface SectionName {
  readonly category: string
  readonly section: string
}

/**
 * What is stored, `{}` when nothing is; with `withDefaults` the effective value. Never `not-found`.
 * - keys that are private in KAZOO (`_…`, `pvt_…`) are left out, as in KAZOO; a read of the whole document shows them
 */
export async function readSection(
  configs: Configs,
  actor: Actor,
  { category: name, section }: SectionName,
  { withDefaults }: { withDefaults: boolean },
): Promise<Outcome> {
  const category = await loadCategory(configs, name)
  const values = withDefaults ? effectiveSection(category, section) : (storedSection(category, section) ?? {})
  const shown = shownSecrets(configs, actor, publicMembers(values), [section])
  return outcome(category, category.document?.revision, section, shown)
}

/** Stores the difference of what was sent from what the section inherits; `{}` when there is none. */
export async function replaceSection(
  configs: Configs,
  actor: Actor,
  { category: name, section }: SectionName,
  { data, ifMatch }: Sent,
): Promise<Outcome> {
  assertSection(section)
  const sent = sectionBody(data)
  return configs.turns.repeatedOnConflict(name, async () => {
    const category = await loadCategory(configs, name)
    requireMatch({ ifMatch }, category.document?.revision)
    const known = effectiveSection(category, section)
    const values = restoredWhole(configs, actor, { sent, known, base: [section] })
    return saveSection(configs, actor, category, { section, values })
  })
}

/** Merges what was sent onto the effective value and stores the difference. `null` resets a key. */
export async function patchSection(
  configs: Configs,
  actor: Actor,
  { category: name, section }: SectionName,
  { data, ifMatch }: Sent,
): Promise<Outcome> {
  assertSection(section)
  const sent = sectionBody(data)
  return configs.turns.repeatedOnConflict(name, async () => {
    const category = await loadCategory(configs, name)
    requireMatch({ ifMatch }, category.document?.revision)
    const known = effectiveSection(category, section)
    const patch = restoredSecrets(configs, actor, { sent, known, base: [section] })
    return saveSection(configs, actor, category, { section, values: patchedSection(category, section, patch) })
  })
}

/**
 * Removes what is stored under the name, a section or not; everything else stays, what is no section included.
 * Throws `not-found` without the document, and where the section is missing or empty.
 */
export async function removeSection(
  configs: Configs,
  actor: Actor,
  { category: name, section }: SectionName,
  { ifMatch }: Pick<Sent, 'ifMatch'>,
): Promise<Outcome> {
  return configs.turns.repeatedOnConflict(name, async () => {
    const category = await loadCategory(configs, name)
    const { document } = category
    requireMatch({ ifMatch }, document?.revision)
    if (document === undefined) throw badIdentifier(name)
    const stored = Object.entries(document.fields)
    if (!stored.some(([key, value]) => key === section && !isEmptyToKazoo(value))) throw missingSection(section)
    const fields = Object.fromEntries(stored.filter(([key]) => key !== section))
    const saved = await saveConfig(configs, actor, { category: name, before: document, fields })
    return outcome(category, saved.revision, section, {})
  })
}

/** Validates a whole section and stores its difference. */
async function saveSection(
  configs: Configs,
  actor: Actor,
  category: LoadedCategory,
  { section, values }: { section: string; values: JsonObject },
): Promise<Outcome> {
  const validation = validate(configs.validator, { configSection: category.name }, values, category.snapshot)
  if (!validation.valid) throw shownError(configs, actor, validationError(validation.errors), [section])
  if (!isJsonObject(validation.value)) throw new AppError('internal', 'Validation made no object of a section.')
  const stored = sectionDifference(category, section, validation.value)
  const fields = { ...category.sections, [section]: stored }
  assertNamesMeant(category, fields, [section])
  const saved = await saveConfig(configs, actor, { category: category.name, before: category.document, fields })
  return outcome(category, saved.revision, section, shownSecrets(configs, actor, stored, [section]))
}

function outcome(category: LoadedCategory, revision: string | undefined, section: string, data: JsonObject): Outcome {
  return { data: { ...data, id: `${category.name}/${section}` }, revision, schemaRevision: category.schema.revision }
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
