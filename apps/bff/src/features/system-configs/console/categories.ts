import type { CategoryDetail, CategorySaved, CategorySummary, DocumentVersions } from '@strata/api-types'
import { isJsonObject, type JsonObject } from '@strata/json'
import { humanise } from '@strata/kazoo-schemas'
import { countOverrides, sectionKind, sectionsWithOverrides, storedConfig } from '@strata/layered-config'
import type { Actor } from '#bff/auth/actor.ts'
import { fromGregorianSeconds } from '#bff/documents/gregorian-seconds.ts'
import { chosenVersion, parseVersionChoice, showVersions } from '#bff/documents/versions.ts'
import { badIdentifier } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import { categoriesWithSchema, schemaId } from '#bff/schemas/category-schemas.ts'
import { knownNodes } from '#bff/topology/topology.ts'
import type { ConfigDocument } from '../config-document.ts'
import type { Configs, Sent } from '../configs.ts'
import { type LoadedCategory, loadCategory } from '../loaded-category.ts'
import { shownSecrets } from '../secrets.ts'
import { allConfigs, configVersions, saveConfig } from '../store.ts'
import { parseCategoryWrite } from './category-write.ts'
import { planChange, savePlanned } from './planned-change.ts'
import { savedChange } from './saved-change.ts'

/** Categories that are stored, have a schema, or both; sorted. */
export async function listCategories(configs: Configs): Promise<CategorySummary[]> {
  const [documents, snapshot] = await Promise.all([allConfigs(configs), configs.schemas.snapshot()])
  const stored = new Map(documents.map((document) => [document.category, document]))
  const names = new Set([...stored.keys(), ...categoriesWithSchema(snapshot)])
  return [...names].sort().map((name) => summary(name, stored.get(name), snapshot.get(schemaId(name))))
}

/** Never `not-found`: a category begins with its first write. */
export async function readCategory(configs: Configs, actor: Actor, name: string): Promise<CategoryDetail> {
  const category = await loadCategory(configs, name)
  return detailOf(configs, actor, category, category.document)
}

/**
 * Leaf operations on the stored document at a base revision; leaves that none names stay as they are stored.
 * Nothing is written when nothing changes. Says what it came to, and how to take it back.
 * Throws `invalid`, `precondition-failed`, and `conflict` when another revision is stored.
 */
export async function saveCategory(
  configs: Configs,
  actor: Actor,
  name: string,
  { data, ifMatch }: Sent,
): Promise<CategorySaved> {
  const body = parseCategoryWrite(data)
  const [category, nodes] = await Promise.all([loadCategory(configs, name), knownNodes(configs.store)])
  requireMatch({ ifMatch }, category.document?.revision)
  const breathe = createBreathe()
  const change = await planChange(configs, actor, { category, body, breathe })
  const document = await savePlanned(configs, actor, change)
  const saved = await savedChange(change, { configs, actor, nodes, breathe })
  return { ...detailOf(configs, actor, category, document), saved }
}

/** What the stored document says in each version that CouchDB keeps of it. Throws `not-found`. */
export async function categoryVersions(configs: Configs, actor: Actor, name: string): Promise<DocumentVersions> {
  const { document } = await loadStored(configs, name)
  const show = (fields: JsonObject) => shownSecrets(configs, actor, fields, [])
  return showVersions(await configVersions(configs, document), document.stored, show)
}

/**
 * Keeps one version, as it is stored, and removes the others.
 * Throws `not-found`, `precondition-failed`, `invalid`, and `conflict` where the versions are others than were shown.
 */
export async function settleCategory(
  configs: Configs,
  actor: Actor,
  name: string,
  { data, ifMatch }: Sent,
): Promise<CategoryDetail> {
  const choice = parseVersionChoice(data)
  const { category, document } = await loadStored(configs, name)
  requireMatch({ ifMatch }, document.revision)
  const { fields } = chosenVersion(choice, document.stored, await configVersions(configs, document))
  const saved = await saveConfig(configs, actor, { category: name, before: document, fields, settles: true })
  return detailOf(configs, actor, category, saved)
}

async function loadStored(
  configs: Configs,
  name: string,
): Promise<{ category: LoadedCategory; document: ConfigDocument }> {
  const category = await loadCategory(configs, name)
  if (category.document === undefined) throw badIdentifier(name)
  return { category, document: category.document }
}

function detailOf(
  configs: Configs,
  actor: Actor,
  category: LoadedCategory,
  document: ConfigDocument | undefined,
): CategoryDetail {
  const show = (values: JsonObject, section: string) => shownSecrets(configs, actor, values, [section])
  const sections = Object.entries(storedConfig(document?.fields ?? {}))
  const conflicts = document?.stored.conflicts?.length
  return {
    id: category.name,
    title: humanise(category.name),
    revision: document?.revision ?? null,
    schema_revision: category.schema.revision ?? null,
    sections: Object.fromEntries(sections.map(([name, values]) => [name, show(values, name)])),
    defaults: show(category.defaults, 'default'),
    ...(conflicts === undefined ? {} : { conflicts }),
  }
}

function summary(id: string, document: ConfigDocument | undefined, schema: JsonObject | undefined): CategorySummary {
  const sections = storedConfig(document?.fields ?? {})
  const kinds = sectionsWithOverrides(sections).map(sectionKind)
  return {
    id,
    title: humanise(id),
    stored: document !== undefined,
    has_schema: schema !== undefined,
    keys: isJsonObject(schema?.properties) ? Object.keys(schema.properties).length : 0,
    sections: kinds.length,
    zones: kinds.filter((kind) => kind === 'zone').length,
    nodes: kinds.filter((kind) => kind === 'node').length,
    overrides: countOverrides(sections),
    modified: fromGregorianSeconds(document?.stored.private.modified)?.toISOString() ?? null,
  }
}
