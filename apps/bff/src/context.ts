import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Config } from '#bff/config/config.ts'
import type { Store } from '#bff/couch/store.ts'
import type { DocumentWriter } from '#bff/documents/writer.ts'
import type { Logger } from '#bff/logger.ts'
import type { Redactor } from '#bff/redaction/redactor.ts'
import type { SchemaRepository } from '#bff/schemas/repository.ts'
import type { Validator } from '#bff/validation/validator.ts'

/** Everything long-lived, built once and handed to each feature. */
export interface Context {
  readonly config: Config
  readonly logger: Logger
  readonly store: Store
  /** Whose store it is; only Strata's own gets accounts, users and schemas. */
  readonly origin: 'strata' | 'kazoo'
  readonly readOnly: boolean
  readonly schemas: SchemaRepository
  readonly validator: Validator
  readonly accounts: AccountDirectory
  readonly documents: DocumentWriter
  readonly configRedactor: Redactor
  readonly storageRedactor: Redactor
  readonly clock: () => Date
  /** 32 lower-case hex digits, as KAZOO makes ids. */
  readonly newId: () => string
}
