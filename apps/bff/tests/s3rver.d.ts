declare module 's3rver' {
  import type { RequestListener } from 'node:http'

  /** The parts that tests use; the package has no types of its own. */
  class S3rver {
    constructor(options: { directory: string; silent: boolean; configureBuckets: { name: string }[] })
    configureBuckets(): Promise<unknown>
    callback(): RequestListener
  }
  export = S3rver
}
