import { isJsonObject, type JsonObject } from '@strata/json'
import type { Layer } from './layer.ts'
import { member } from './leaf.ts'
import { isSectionName, type SectionKind, sectionKind } from './section-name.ts'

export type Sections = Record<string, JsonObject>

/** A category as every rule needs it. */
export interface Category {
  /** The public fields of the document, stored or about to be, without `id`. What is not an object is no section. */
  readonly sections: JsonObject
  /** The schema defaults of one section; `{}` for a category without a schema. */
  readonly defaults: JsonObject
}

/**
 * The sections of a stored document: those of its public fields that are objects under a section's name.
 * Without a document: one empty `default`.
 * Source: kapps_config_doc:get_config/1.
 */
export function storedConfig(fields: JsonObject | undefined): Sections {
  return fields === undefined ? { default: {} } : objectSections(fields)
}

export function objectSections(fields: JsonObject): Sections {
  const isSection = (entry: [string, unknown]): entry is [string, JsonObject] =>
    isSectionName(entry[0]) && isJsonObject(entry[1])
  return Object.fromEntries(Object.entries(fields).filter(isSection))
}

const NOTHING: JsonObject = {}

/** What a section stores; always the same `{}` when there is none of that name. */
export function sectionValues(sections: JsonObject, section: string): JsonObject {
  const values = member(sections, section)
  return isJsonObject(values) ? values : NOTHING
}

/**
 * The layers of the API's effective value of a section, lowest first: schema, `default`, and the section itself under
 * the name of its kind. A node's zone is not among them: no document says which zone a node is in.
 */
export function sectionLayers(category: Category, section: string): Layer<'schema' | SectionKind>[] {
  const schema = { name: 'schema', values: category.defaults } as const
  const shared = { name: 'default', values: sectionValues(category.sections, 'default') } as const
  const kind = sectionKind(section)
  if (kind === 'default') return [schema, shared]
  return [schema, shared, { name: kind, values: sectionValues(category.sections, section) }]
}
