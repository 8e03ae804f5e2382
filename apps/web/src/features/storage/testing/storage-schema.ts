import { normaliseSchema } from '@strata/kazoo-schemas'
import { catalogueOf, type KazooVersion } from '@strata/schema-catalogue'

/** The form of storage documents as the server makes it of the bundled schemas of a version. */
export function storageSchemaOf(version: KazooVersion) {
  return normaliseSchema('storage', (id) => catalogueOf(version).get(id))
}
