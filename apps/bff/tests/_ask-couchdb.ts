import type { JsonObject, JsonValue } from '@strata/json'
import { expect } from 'vitest'

/** A request to a CouchDB at `http://user:password@host:5984`, for what the store has no way to write. */
export async function askCouchDb(url: string, method: string, path: string, body: JsonValue): Promise<void> {
  const { username, password, origin } = new URL(url)
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const response = await fetch(`${origin}/${path}`, {
    method,
    headers: {
      Authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  })
  expect(response.ok).toBe(true)
}

/** A version of a document as another server's replication brings it. */
export interface Version extends JsonObject {
  readonly _id: string
  readonly _rev: string
}

/** Leaves versions of documents beside those that are stored; of each document the greatest revision is read. */
export async function replicate(url: string, database: string, versions: readonly Version[]): Promise<void> {
  const body = { new_edits: false, docs: [...versions] }
  await askCouchDb(url, 'POST', `${encodeURIComponent(database)}/_bulk_docs`, body)
}
