import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { ownDatabase } from '#bff/couch/own-document.ts'
import type { Store } from '#bff/couch/store.ts'
import { createBreathe } from '#bff/scheduling/breathe.ts'
import { type BackupLine, lineToJson } from './backup-line.ts'

/** Lines are compressed so many characters at a time. */
const charactersAPiece = 65_536

/**
 * Everything a store holds, as compressed lines, made as they are read.
 * - every document is as it was at one moment; they are not all of the same moment
 * - others are served meanwhile; one document with its attachments is held at a time
 * - CouchDB's own databases (`_users`) and design documents are left out, and of conflicting versions those that do not
 *   count
 * - Strata's own database comes last: a store that is restored only in part is not taken for one of Strata's
 */
export function makeBackup(store: Store, now: Date): Readable {
  const source = Readable.from(inPieces(textOf(store, now)))
  // Whoever reads is told of every failure by the stream itself.
  return pipeline(source, createGzip(), () => undefined)
}

async function* textOf(store: Store, now: Date): AsyncGenerator<string> {
  const sum = createHash('sha256')
  const breathe = createBreathe()
  const counts = { databases: 0, documents: 0, attachments: 0 }
  const text = (line: BackupLine) => {
    const written = `${JSON.stringify(lineToJson(line))}\n`
    sum.update(written)
    return written
  }
  yield text({ is: 'head', kind: store.kind, made: now.toISOString() })
  for (const name of await databasesOf(store)) {
    counts.databases += 1
    yield text({ is: 'database', name })
    for await (const document of store.database(name).whole()) {
      counts.documents += 1
      counts.attachments += document.attachments.length
      yield text({ is: 'document', document })
      await breathe()
    }
  }
  yield text({ is: 'end', counts, checksum: sum.copy().digest('hex') })
}

async function databasesOf(store: Store): Promise<string[]> {
  const own = ownDatabase(store).name
  const names = (await store.databases()).filter((name) => !name.startsWith('_'))
  return [...names.filter((name) => name !== own), ...names.filter((name) => name === own)]
}

async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length < charactersAPiece) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}
