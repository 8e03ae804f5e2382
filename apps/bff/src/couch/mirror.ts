import { askInTime, atItsOwnPace } from './deadline.ts'
import type { Database, StoredDocument } from './store.ts'

/** A database held in memory, in a form of its reader's choice. */
export interface Mirror<Entry> {
  /**
   * What the database holds now: every write that this process acknowledged before the call is in it, and every other as
   * soon as `Database.mark` knows of it. The map is the mirror's own and goes on changing. Rejects as the database does;
   * the next call then tries again.
   */
  current(): Promise<ReadonlyMap<string, Entry>>
}

/**
 * Mirrors `database` by asking it for its changes; the first read loads it whole.
 * - a read asks nothing while the database's mark is the one that it had when it was last asked
 * - `toEntry` gives what is kept of a document, `undefined` to leave it out
 * - a database that was made anew, or taken back to an earlier state, is read whole again
 * - readers that come while a refresh runs share the next one: theirs must begin after their call
 */
export function createMirror<Entry>(
  database: Database,
  toEntry: (document: StoredDocument) => Entry | undefined,
): Mirror<Entry> {
  const entries = new Map<string, Entry>()
  let since: string | undefined
  let known: string | undefined
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  async function refresh(): Promise<void> {
    // Before the changes: what comes while they are read makes another mark.
    const mark = database.mark()
    const { changes, last, isWhole } = await database.changes(since)
    if (isWhole) entries.clear()
    for (const { id, document } of changes) {
      const entry = document && toEntry(document)
      if (entry === undefined) entries.delete(id)
      else entries.set(id, entry)
    }
    since = last
    known = mark
  }

  function start(): Promise<void> {
    running = atItsOwnPace(refresh).finally(() => {
      running = undefined
    })
    return running
  }

  function schedule(): Promise<void> {
    if (running === undefined) return start()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return start()
      })
    return next
  }

  return {
    async current() {
      const mark = database.mark()
      if (mark === undefined || mark !== known) await askInTime(schedule)
      return entries
    },
  }
}
