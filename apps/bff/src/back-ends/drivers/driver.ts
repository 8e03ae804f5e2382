import type { JsonObject } from '@strata/json'

/** The file that a test writes. */
export interface TestFile {
  readonly name: string
  readonly content: Buffer
  /** Where the handler puts it: `attachmentPath` of `@strata/storage-plan`. */
  readonly path: string
  /** The document that it belongs to. */
  readonly documentId: string
  readonly fields: JsonObject
}

/** What a provider answered, in its own words. */
export interface Said {
  readonly said: string
}

/** A file that was written, with what is needed to find it again. */
export interface WrittenFile extends Said {
  read(signal: AbortSignal): Promise<Said & { readonly content: Buffer }>
  /** Absent where nothing could be removed without risking more than the file. */
  readonly remove?: (signal: AbortSignal) => Promise<Said>
}

/** One kind of back-end, set up for one entry. Every method throws `BackEndError`. */
export interface Driver {
  /** The server that the test speaks to. */
  readonly url: URL
  /** Shows the credentials without changing anything; absent where there are none to show. */
  readonly authenticate?: (signal: AbortSignal) => Promise<Said>
  write(signal: AbortSignal): Promise<WrittenFile>
  /** Removes what a write that failed may have left; absent where that would risk more than the file. */
  readonly discard?: WrittenFile['remove']
}
