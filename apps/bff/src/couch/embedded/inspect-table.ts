import type { JsonValue } from '@strata/json'
import { databaseOf, keys, tailOf } from './keys.ts'
import { DamagedRecord, seal, sealOf, unseal } from './sealed-record.ts'
import { databaseToBytes, fromBytes } from './stored-record.ts'
import { readSummary, type Summary } from './summary.ts'
import { type Level, sealedAt } from './table.ts'

const mostNames = 20
/** The first change of a table makes a database, so no document has this place. */
const beforeDocuments = 1

/**
 * Reads every record of a table twice, as a list and by its key, and says what is wrong with it; undefined for a sound
 * table. `acknowledged` is the last sequence that somebody was told of.
 * Rejects where LevelDB itself cannot go on, and may end the process: see `inspectApart`.
 */
export async function inspectTable(level: Level, acknowledged: number): Promise<string | undefined> {
  const unreadable: string[] = []
  let summary: Summary | undefined
  let records = 0
  let seals = 0
  for await (const [key, sealed] of level.iterator()) {
    const value = unsealed(key, sealed)
    const isFound = sealedAt(level, key)?.equals(sealed) === true
    if (value === undefined || !isFound) unreadable.push(key)
    else if (key === keys.summary) summary = readSummary(parsed(value))
    else {
      records += 1
      seals = (seals ^ sealOf(sealed)) >>> 0
    }
  }
  if (unreadable.length > 0) return inWords(await lostDocuments(level, unreadable))
  if (summary === undefined) return records === 0 && acknowledged === 0 ? undefined : 'nothing in it can be read.'
  if (summary.sequence < acknowledged) return `the last ${acknowledged - summary.sequence} changes are lost.`
  if (summary.records === records && summary.seals === seals) return undefined
  const lost = await lostDocuments(level, [])
  if (lost.length > 0) return inWords(lost)
  return summary.records > records
    ? `${summary.records - records} records are lost whose names are not known.`
    : 'some documents are older than they should be.'
}

/**
 * Copies what can be read of a damaged table into a new one and makes that whole: documents without a place among the
 * changes get one, places without a document stay behind. A database that lost its own record is made anew around its
 * documents: who creates one that is not there removes what lies in its place. Gives what is known to be lost, as
 * `database/id`.
 */
export async function mendTable(damaged: Level, mended: Level, acknowledged: number): Promise<string[]> {
  let sequence = acknowledged
  let records = 0
  let seals = 0
  const databases = new Set<string>()
  const put = async (key: string, sealed: Buffer) => {
    records += 1
    seals = (seals ^ sealOf(sealed)) >>> 0
    await mended.put(key, sealed)
  }
  for await (const [key, sealed] of damaged.iterator()) {
    const value = unsealed(key, sealed)
    if (value === undefined || key === keys.summary || key.startsWith('s/')) continue
    await put(key, sealed)
    const name = databaseOf(key)
    if (key.startsWith('b/')) databases.add(name)
    if (!key.startsWith('d/')) continue
    if (!databases.has(name)) {
      databases.add(name)
      await put(keys.database(name), seal(keys.database(name), databaseToBytes(beforeDocuments)))
    }
    const record = fromBytes(value)
    const place = keys.change(name, record.sequence)
    sequence = Math.max(sequence, record.sequence)
    await put(place, seal(place, Buffer.from(tailOf(key))))
  }
  const summary: Summary = { format: 1, sequence: sequence + 1, records, seals }
  await mended.put(keys.summary, seal(keys.summary, Buffer.from(JSON.stringify(summary))), { sync: true })
  const unreadable: string[] = []
  for await (const [key, sealed] of damaged.iterator()) if (unsealed(key, sealed) === undefined) unreadable.push(key)
  return lostDocuments(damaged, unreadable)
}

/** Documents whose record cannot be read, and those that only their place among the changes still knows. */
async function lostDocuments(level: Level, unreadable: readonly string[]): Promise<string[]> {
  const lost = new Set(unreadable.filter((key) => key.startsWith('d/') || key.startsWith('a/')))
  for await (const [key, sealed] of level.iterator({ gte: 's/', lt: 's0' })) {
    const id = unsealed(key, sealed)?.toString()
    const document = id === undefined ? undefined : keys.document(databaseOf(key), id)
    if (document !== undefined && (await level.get(document)) === undefined) lost.add(document)
  }
  return [...lost].map((key) => `${databaseOf(key)}/${tailOf(key).replaceAll('\0', '/')}`).sort()
}

function inWords(lost: readonly string[]): string {
  if (lost.length === 0) return 'its order is lost, though no document is.'
  const more = lost.length > mostNames ? ` and ${lost.length - mostNames} more` : ''
  return `lost are ${lost.slice(0, mostNames).join(', ')}${more}.`
}

function unsealed(key: string, sealed: Buffer): Buffer | undefined {
  try {
    return unseal(key, sealed)
  } catch (error) {
    if (error instanceof DamagedRecord) return undefined
    throw error
  }
}

function parsed(value: Buffer): JsonValue {
  return JSON.parse(value.toString())
}
