import leveldown, { type LevelDown, type WriteOptions } from 'leveldown'
import { isMissingKey } from './folder-errors.ts'

/**
 * LevelDB for PouchDB's option `db`, made safe where PouchDB is careless.
 * - every write is forced to the disk before it is acknowledged; PouchDB never asks for that
 * - `onFault` hears of reads that fail: PouchDB takes whatever cannot be read for missing
 */
export function createDurableLeveldown(onFault: (error: Error) => void) {
  // PouchDB calls it without `new`, and keeps its open databases by this name.
  function durableLeveldown(location: string): LevelDown {
    const level = leveldown(location)
    const { _get: get, _put: put, _del: del, _batch: batch } = level
    level._get = (key, options, done) =>
      get.call(level, key, options, (error, value) => {
        if (error && !isMissingKey(error)) onFault(error)
        done(error, value)
      })
    level._put = (key, value, options, done) => put.call(level, key, value, durable(options), done)
    level._del = (key, options, done) => del.call(level, key, durable(options), done)
    level._batch = (operations, options, done) => batch.call(level, operations, durable(options), done)
    return level
  }
  return Object.assign(durableLeveldown, { destroy: leveldown.destroy })
}

function durable(options: WriteOptions): WriteOptions {
  return { ...options, sync: true }
}
