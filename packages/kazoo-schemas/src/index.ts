export { branchIndex } from './branch-index.ts'
export {
  configDocumentSchema,
  configDocumentSource,
  configSectionSchema,
  configSectionSource,
} from './config-schemas.ts'
export { fillDefaults } from './fill-defaults.ts'
export { humanise } from './humanise.ts'
export { emailFormat } from './kazoo-formats.ts'
export { lowerCaseVerbs } from './lower-case-verbs.ts'
export { normaliseSchema } from './normalise-schema.ts'
export { schemaDefaults } from './schema-defaults.ts'
export { MissingSchemaError, type SchemaLookup } from './schema-lookup.ts'
