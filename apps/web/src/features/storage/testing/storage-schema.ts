import { normaliseSchema } from '@strata/kazoo-schemas'
import { catalogueOf } from '@strata/schema-catalogue'

/** The form of storage documents as the server makes it of the bundled schemas. */
export const storageSchema = normaliseSchema('storage', (id) => catalogueOf('4.3').get(id))
