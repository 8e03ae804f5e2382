import { normaliseSchema } from '@strata/kazoo-schemas'
import { catalogue } from '@strata/schema-catalogue'

/** The form of storage documents as the server makes it of the bundled schemas. */
export const storageSchema = normaliseSchema('storage', (id) => catalogue.get(id))
