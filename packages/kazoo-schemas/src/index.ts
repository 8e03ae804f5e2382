export { branchIndex } from './branch-index.ts'
export {
  configDocumentSchema,
  configDocumentSource,
  configSectionSchema,
  configSectionSource,
} from './config-schemas.ts'
export { type DeclaredKey, declaredKeys, unknownKeys } from './declared-keys.ts'
export { defaultHints } from './default-hints.ts'
export { type Doubt, doubtfulAmount, usualAmount } from './doubtful-amount.ts'
export { echoQuantity } from './echo-quantity.ts'
export { fillDefaults } from './fill-defaults.ts'
export { humanise } from './humanise.ts'
export { emailFormat } from './kazoo-formats.ts'
export { lowerCaseVerbs } from './lower-case-verbs.ts'
export { normaliseSchema } from './normalise-schema.ts'
export { readQuantity } from './read-quantity.ts'
export { schemaDefaults } from './schema-defaults.ts'
export { MissingSchemaError, type SchemaLookup } from './schema-lookup.ts'
export {
  addressSecrets,
  isDisguisedAddress,
  isMaskedAddress,
  keptAddress,
  secretMask,
  shownAddress,
  withAddressesMasked,
} from './secret-addresses.ts'
export { secretByName } from './secret-names.ts'
export { isConfigSecret, isStorageSecret, secretLeaves } from './secrets.ts'
export { type Unit, unitOf } from './unit-of.ts'
