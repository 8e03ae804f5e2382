/**
 * Keys of the one table that all databases lie in. LevelDB orders them by their bytes, which is CouchDB's order of ids.
 * A database's name has no NUL, so what follows the first one is the id, whatever it holds.
 */
export const keys = {
  /** What the table says about itself. */
  summary: 'm',
  database: (database: string) => `b/${database}`,
  document: (database: string, id: string) => `d/${database}\0${id}`,
  /** The document that a sequence belongs to; sequences grow over all databases. */
  change: (database: string, sequence: number) => `s/${database}\0${String(sequence).padStart(16, '0')}`,
  attachment: (database: string, id: string, name: string) =>
    `a/${database}\0${encodeURIComponent(id)}\0${encodeURIComponent(name)}`,
}

/** Everything of a kind in one database, as bounds for a range of keys. */
export function keysOf(kind: 'd' | 's' | 'a', database: string): { gte: string; lt: string } {
  return { gte: `${kind}/${database}\0`, lt: `${kind}/${database}\x01` }
}

/** Every database's own record. */
export const databaseKeys = { gte: 'b/', lt: 'b0' }

/** The part of a key behind the database's name. */
export function tailOf(key: string): string {
  return key.slice(key.indexOf('\0') + 1)
}

/** The part of a key between its kind and the tail. */
export function databaseOf(key: string): string {
  const end = key.indexOf('\0')
  return key.slice(2, end === -1 ? undefined : end)
}
