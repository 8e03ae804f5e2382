import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Auth } from '#bff/auth/create-auth.ts'
import type { OutsideWorld } from '#bff/back-ends/outside-world.ts'
import type { Config } from '#bff/config/config.ts'
import type { Store } from '#bff/couch/store.ts'
import type { Turns } from '#bff/documents/turns.ts'
import type { DocumentWriter } from '#bff/documents/writer.ts'
import type { Metrics } from '#bff/http/metrics.ts'
import type { Logger } from '#bff/logging/logger.ts'
import type { Redactor } from '#bff/redaction/create-redactor.ts'
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
  readonly auth: Auth
  readonly documents: DocumentWriter
  /** Of those who write accounts, their copies, plans and users. */
  readonly turns: Turns
  readonly configRedactor: Redactor
  readonly storageRedactor: Redactor
  readonly metrics: Metrics
  /** Where back-ends are, as their tests reach them. */
  readonly outside: OutsideWorld
  /** The product's version. */
  readonly version: string
  /** Folder of the built single-page application; undefined when there is none to serve. */
  readonly webRoot: string | undefined
  /** Runs after each sign-in that succeeded. */
  readonly onSignIn: () => Promise<void>
  readonly clock: () => Date
  /** 32 lower-case hex digits, as KAZOO makes ids. */
  readonly newId: () => string
}
