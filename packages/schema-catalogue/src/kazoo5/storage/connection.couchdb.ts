import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'
import { storageConnectionCouchdb } from '../../kazoo43/storage/connection.couchdb.ts'

export const storageConnectionCouchdb5: KazooSchema = changed(storageConnectionCouchdb, {
  properties: {
    driver: { default: 'kazoo_couch' },
    settings: { properties: { credentials: { properties: { password: { type: 'string' } } } } },
  },
})
