import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { isConfigSecret, isStorageSecret } from '@strata/kazoo-schemas'
import { createAccountDirectory } from './accounts/directory.ts'
import { createAuth } from './auth/create-auth.ts'
import { createPasswords } from './auth/passwords.ts'
import { createSecrets } from './auth/secrets.ts'
import { type OutsideWorld, outsideWorld } from './back-ends/outside-world.ts'
import type { Config } from './config/config.ts'
import type { Context } from './context.ts'
import type { Store } from './couch/store.ts'
import { createTurns } from './documents/turns.ts'
import { createDocumentWriter } from './documents/writer.ts'
import { createMetrics } from './http/metrics.ts'
import { type Logger, subsystemLogger } from './logging/logger.ts'
import { type Established, establishOrigin } from './origin/establish-origin.ts'
import { removeInitialAdmin } from './origin/initial-admin-file.ts'
import { protectStore, readOnlyReason } from './origin/protect-store.ts'
import { createRedactor } from './redaction/create-redactor.ts'
import { fingerprintKey } from './redaction/key.ts'
import { createSchemaRepository } from './schemas/repository.ts'
import { createValidator } from './validation/validator.ts'

interface ContextSettings {
  readonly config: Config
  readonly store: Store
  readonly logger: Logger
  /** Whether a person sees what is printed. */
  readonly hasTerminal: boolean
  readonly version: string
  readonly webRoot: string | undefined
  readonly clock?: () => Date
  /** scrypt's cost; tests lower it. */
  readonly passwordCost?: number
  /** Tests put their own servers in it. */
  readonly outside?: OutsideWorld
}

/**
 * Finds out whose store it is, sets an empty one up, and builds everything long-lived over it, once.
 * Throws `StartError` where the store must not be set up, `unavailable` or `upstream` where it does not answer.
 */
export async function buildContext(
  settings: ContextSettings,
): Promise<{ context: Context; administrator: Established['administrator'] }> {
  const { config, logger, hasTerminal, version, webRoot, clock = () => new Date(), passwordCost } = settings
  const passwords = createPasswords(createSecrets(settings.store), passwordCost)
  const established = { store: settings.store, config, hasTerminal, passwords, clock, newId }
  const { origin, administrator } = await establishOrigin(established)
  const readOnly = config.readOnly ?? origin === 'kazoo'
  const reason = readOnlyReason({ readOnly, origin })
  const store = protectStore(settings.store, { origin, readOnly: reason })
  const accounts = createAccountDirectory(store)
  const key = await fingerprintKey(store)
  const context: Context = {
    config,
    logger,
    store,
    origin,
    readOnly,
    schemas: createSchemaRepository(store, config.kazooVersion),
    validator: createValidator(),
    accounts,
    auth: createAuth({ store, origin, accounts, clock, newId, passwordCost }),
    documents: createDocumentWriter({
      store,
      node: `strata@${hostname()}`,
      clock,
      logger: subsystemLogger(logger, 'documents'),
    }),
    turns: createTurns(),
    configRedactor: createRedactor({ isSecret: isConfigSecret, fingerprintKey: key }),
    storageRedactor: createRedactor({ isSecret: isStorageSecret, fingerprintKey: key }),
    metrics: createMetrics(),
    outside: settings.outside ?? outsideWorld,
    version,
    webRoot,
    onSignIn: () => forgetInitialAdmin(config.dataDir, logger),
    clock,
    newId,
  }
  return { context, administrator }
}

function newId(): string {
  return randomBytes(16).toString('hex')
}

/** A file that cannot be removed must not keep anybody out. */
async function forgetInitialAdmin(folder: string, logger: Logger): Promise<void> {
  await removeInitialAdmin(folder).catch((error: unknown) =>
    logger.error({ err: error }, 'the file initial-admin holds a password and cannot be removed: remove it'),
  )
}
