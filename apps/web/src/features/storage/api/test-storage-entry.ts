import type { StorageTestLine, StorageTestRequest } from '@strata/api-types'
import type { JsonObject } from '@strata/json'
import { api } from '#web/lib/api-client.ts'
import type { EntryMap } from '../document/document-parts.ts'

interface StorageEntryTest {
  /** Where the API tests entries of this document. */
  readonly path: string
  readonly map: EntryMap
  readonly id: string
  readonly entry: JsonObject
}

interface Following {
  readonly onLine: (line: StorageTestLine) => void
  /** Its abort stops the test, and what was written is removed. */
  readonly signal: AbortSignal
}

/** Tests one entry of a draft; nothing else of the draft matters to that, so nothing else is sent. */
export function testStorageEntry({ path, map, id, entry }: StorageEntryTest, { onLine, signal }: Following) {
  const draft = { [map]: { [id]: entry } }
  const request: StorageTestRequest = map === 'attachments' ? { draft, attachment: id } : { draft, connection: id }
  return api.postForLines<StorageTestLine>(path, request, onLine, { signal })
}
