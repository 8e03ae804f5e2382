import { createHash } from 'node:crypto'
import type { ConfigIndex, IndexedCategory, SweepReport } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import type { Actor } from '#bff/auth/actor.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import { categoriesWithSchema } from '#bff/schemas/category-schemas.ts'
import { knownNodes } from '#bff/topology/topology.ts'
import type { Configs, Inspection } from '../configs.ts'
import { loadCategory, sectionKeys } from '../loaded-category.ts'
import { allConfigs } from '../store.ts'
import { indexedCategory } from './search-index.ts'
import { sweptCategory } from './sweep.ts'

/** Categories that are stored, have a schema, or both, sorted; with a tag that names the content. */
export async function configIndex(configs: Configs, actor: Actor): Promise<{ index: ConfigIndex; etag: string }> {
  const [documents, snapshot, nodes] = await Promise.all([
    allConfigs(configs),
    configs.schemas.snapshot(),
    knownNodes(configs.store),
  ])
  const dependsOn = [snapshot.revision, actor.redact, nodes.map(({ name, zone }) => [name, zone ?? null])]
  const revisions = new Map(documents.map(({ category, revision }) => [category, revision]))
  const names = [...new Set([...revisions.keys(), ...categoriesWithSchema(snapshot)])].sort()
  const inspection: Inspection = { configs, actor, nodes, breathe: createBreathe() }
  const categories: IndexedCategory[] = []
  for (const name of names) {
    categories.push(await indexOf(name, tagOf([...dependsOn, revisions.get(name) ?? null]), inspection))
    await inspection.breathe()
  }
  return { index: { categories }, etag: tagOf([...dependsOn, [...revisions]]) }
}

/** What could be tidied in the stored categories, those without findings left out. */
export async function sweepConfigs(configs: Configs, actor: Actor): Promise<SweepReport> {
  const nodes = await knownNodes(configs.store)
  const inspection: Inspection = { configs, actor, nodes, breathe: createBreathe() }
  const categories: SweepReport['categories'] = []
  for (const { category: name } of await allConfigs(configs)) {
    const category = await openCategory(name, inspection)
    if (category.document === undefined) continue
    const found = await sweptCategory(category, category.document.revision, inspection)
    if (found.findings.length > 0) categories.push(found)
  }
  return { knows_nodes: nodes.length > 0, categories }
}

/** A category with its keys at hand, a step each. */
async function openCategory(name: string, { configs, breathe }: Inspection) {
  const category = await loadCategory(configs, name)
  await breathe()
  sectionKeys(configs, category)
  await breathe()
  return category
}

async function indexOf(name: string, tag: string, inspection: Inspection): Promise<IndexedCategory> {
  const { indexed } = inspection.configs.known
  const key = `${tag} ${name}`
  const known = indexed.get(key)
  if (known !== undefined) return known
  const created = await indexedCategory(await openCategory(name, inspection), inspection)
  indexed.set(key, created)
  return created
}

function tagOf(content: JsonValue): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}
