import leveldown, { type LevelDown, type WriteOptions } from 'leveldown'

/**
 * LevelDB where every write is forced to the disk before it is acknowledged; PouchDB itself never asks for that.
 * A function of its own name, because PouchDB calls it without `new` and keeps its open databases by that name.
 */
export function durableLeveldown(location: string): LevelDown {
  const level = leveldown(location)
  const { _put: put, _del: del, _batch: batch } = level
  level._put = (key, value, options, done) => put.call(level, key, value, durable(options), done)
  level._del = (key, options, done) => del.call(level, key, durable(options), done)
  level._batch = (operations, options, done) => batch.call(level, operations, durable(options), done)
  return level
}

durableLeveldown.destroy = leveldown.destroy

function durable(options: WriteOptions): WriteOptions {
  return { ...options, sync: true }
}
