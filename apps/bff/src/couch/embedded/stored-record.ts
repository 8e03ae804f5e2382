import { createHash } from 'node:crypto'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import type { StoredDocument } from '../store.ts'

/** A document as the table holds it. A removed one stays as a tombstone: what is made anew there goes on from it. */
export interface StoredRecord {
  readonly revision: string
  /** Its latest change. */
  readonly sequence: number
  readonly isRemoved: boolean
  readonly fields: JsonObject
  readonly private: JsonObject
  /** Names of its attachments, whose bytes lie beside it. */
  readonly attachments: readonly string[]
}

export function toBytes(record: StoredRecord): Buffer {
  return Buffer.from(JSON.stringify(record))
}

/** Throws where the bytes are no record. */
export function fromBytes(bytes: Buffer): StoredRecord {
  const value: JsonValue = JSON.parse(bytes.toString())
  if (isJsonObject(value)) {
    const { revision, sequence, isRemoved, fields, private: hidden, attachments } = value
    if (
      typeof revision === 'string' &&
      typeof sequence === 'number' &&
      typeof isRemoved === 'boolean' &&
      isJsonObject(fields) &&
      isJsonObject(hidden) &&
      Array.isArray(attachments)
    ) {
      const names = attachments.filter((name) => typeof name === 'string')
      return { revision, sequence, isRemoved, fields, private: hidden, attachments: names }
    }
  }
  throw new Error('A record of the store holds no document.')
}

export function toDocument(id: string, { revision, fields, private: hidden }: StoredRecord): StoredDocument {
  return { id, revision, fields, private: hidden }
}

/** The revision of a content that follows another: one generation later, and the same for the same content. */
export function nextRevision(
  previous: string | undefined,
  content: Pick<StoredRecord, 'isRemoved' | 'fields' | 'private' | 'attachments'>,
): string {
  const generation = previous === undefined ? 0 : Number.parseInt(previous, 10)
  const { isRemoved, fields, private: hidden, attachments } = content
  const text = JSON.stringify([previous ?? null, isRemoved, fields, hidden, attachments])
  return `${generation + 1}-${createHash('md5').update(text).digest('hex')}`
}

/** A database's own record: the sequence at which it was made. */
export function databaseToBytes(made: number): Buffer {
  return Buffer.from(JSON.stringify({ made }))
}

/** When a database was made. Throws where the bytes are no database's record. */
export function madeAt(bytes: Buffer): number {
  const value: JsonValue = JSON.parse(bytes.toString())
  if (isJsonObject(value) && typeof value.made === 'number') return value.made
  throw new Error('A record of the store holds no database.')
}
