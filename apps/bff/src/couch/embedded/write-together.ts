import { AppError } from '#bff/errors/app-error.ts'
import { assertDocumentId } from '../names.ts'
import type { PlacedWrite } from '../store.ts'
import { conflict, RefusedWrites } from '../store-errors.ts'
import { requireDatabase, toWrite, type Write, writeOne } from './document-write.ts'
import type { Table, TableChange } from './table.ts'

/** Writes in one step, all or nothing. Throws as `Store.writeTogether`. */
export async function writeTogether(table: Table, writes: readonly PlacedWrite[]): Promise<string[]> {
  const taken = writes.map((each) => ({
    database: each.database,
    write: 'draft' in each ? toWrite(each.draft) : { ...each.removed, content: undefined },
  }))
  for (const { write } of taken) assertDocumentId(write.id)
  return table.change((change) =>
    taken.map(({ database, write }, at) => {
      try {
        return writeOrThrow(change, database, write)
      } catch (error) {
        // What is thrown undoes those before it.
        throw error instanceof AppError ? new RefusedWrites(error, { at, stored: [] }) : error
      }
    }),
  )
}

function writeOrThrow(change: TableChange, database: string, write: Write): string {
  requireDatabase(change, database)
  const outcome = writeOne(change, database, write)
  if ('revision' in outcome) return outcome.revision
  throw conflict(write.id)
}
