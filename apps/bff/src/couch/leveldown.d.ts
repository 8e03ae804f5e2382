/** The part of leveldown that this folder uses; the package has no types of its own. */
declare module 'leveldown' {
  function leveldown(location: string): leveldown.LevelDown

  namespace leveldown {
    type Done = (error?: Error | null) => void
    interface WriteOptions {
      sync?: boolean
    }

    interface LevelDown {
      open(done: Done): void
      close(done: Done): void
      get(key: string, done: (error: Error | null) => void): void
      _get(key: unknown, options: object, done: (error: Error | null, value?: unknown) => void): void
      _put(key: unknown, value: unknown, options: WriteOptions, done: Done): void
      _del(key: unknown, options: WriteOptions, done: Done): void
      _batch(operations: unknown, options: WriteOptions, done: Done): void
    }

    function destroy(location: string, done: Done): void
  }

  export = leveldown
}
