import type { StorageTestError } from '@strata/api-types'
import { getAt, isJsonObject, type JsonObject } from '@strata/json'
import { isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import { attachmentPath } from '@strata/storage-plan'
import { BackEndError } from './back-end-error.ts'
import { createDriver, type DriverTools } from './drivers/create-driver.ts'
import type { Driver, TestFile, WrittenFile } from './drivers/driver.ts'
import type { OauthTokens } from './oauth/oauth-tokens.ts'
import type { AllowList } from './outbound/allow-list.ts'
import { createOutbound } from './outbound/outbound.ts'
import type { OutsideWorld } from './outside-world.ts'
import { reachServer } from './reach-server.ts'
import { createSecretHider, secretsOfAddress } from './secret-hider.ts'
import { createSteps, type Listener, type Steps } from './steps.ts'

/** One entry of `attachments`, and the database of a document that could be stored there. */
export interface BackEndSubject {
  readonly id: string
  readonly entry: JsonObject
  /** `pvt_account_id` of that document. */
  readonly accountId: string
  readonly database: string
}

/** What every test needs. */
export interface TestTools {
  readonly outside: OutsideWorld
  readonly allow: AllowList
  readonly refuseUrl: DriverTools['refuseUrl']
  readonly oauth: OauthTokens
  readonly clock: () => Date
  readonly newId: () => string
}

/**
 * Proves that files can be stored: writes one, reads it back, compares, and removes it where the back-end can.
 * Gives the failure; undefined when the back-end works.
 * Source: kz_att_* as cb_storage tests them.
 */
export async function testBackEnd(
  subject: BackEndSubject,
  tools: TestTools,
  listener: Listener,
): Promise<StorageTestError | undefined> {
  const { outside, allow, clock } = tools
  const secrets = createSecretHider(secretsOf(subject))
  const steps = createSteps({ ...listener, stepMs: outside.stepMs, secrets })
  const outbound = createOutbound({ allow, lookUp: outside.lookUp, authorities: outside.authorities })
  try {
    const file = testFile(subject, tools)
    const { handler, settings } = subject.entry
    const driver = await createDriver(typeof handler === 'string' ? handler : '', objectOf(settings), file, {
      ...tools,
      endpoints: outside.endpoints,
      outbound,
      keepSecret: secrets.add,
    })
    await reachServer(driver.url, steps, outbound, clock)
    await proveCredentials(driver, steps)
    await proveStorage(driver, file, steps)
    return undefined
  } catch (error) {
    return steps.toError(error)
  }
}

async function proveCredentials({ authenticate }: Driver, steps: Steps): Promise<void> {
  if (authenticate === undefined) return steps.skip('authenticate', 'There are no credentials beside the address.')
  await steps.run('authenticate', async (signal) => {
    const { said } = await authenticate(signal)
    return { value: undefined, message: 'The credentials are accepted.', said }
  })
}

async function proveStorage(driver: Driver, file: TestFile, steps: Steps): Promise<void> {
  const written = await write(driver, file, steps)
  try {
    await proveContent(written, file, steps)
  } finally {
    await clearAway(written.remove, file, steps)
  }
}

/** What a failed write may have left is cleared away too, unless it was refused. */
async function write(driver: Driver, file: TestFile, steps: Steps): Promise<WrittenFile> {
  try {
    return await steps.runToEnd('write', async (signal) => {
      const value = await driver.write(signal)
      return { value, message: `${file.path === '' ? file.name : file.path} is written.`, said: value.said }
    })
  } catch (error) {
    if (!isRefusal(error)) await clearAway(driver.discard, file, steps)
    throw error
  }
}

/** A request that the server calls wrong, or sends on for ever, changed nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof BackEndError && error.code >= 300 && error.code <= 499
}

async function proveContent(written: WrittenFile, file: TestFile, steps: Steps): Promise<void> {
  const content = await steps.run('read', async (signal) => {
    const { content: value, said } = await written.read(signal)
    return { value, message: `${value.length} bytes are read back.`, said }
  })
  await steps.run('compare', async () => {
    if (content.equals(file.content)) return { value: undefined, message: 'They are the bytes that were written.' }
    const advice = `What came back is not what was written: ${content.length} bytes instead of ${file.content.length}, or others.`
    throw new BackEndError('invalid_data', { advice })
  })
}

async function clearAway(remove: WrittenFile['remove'], file: TestFile, steps: Steps): Promise<void> {
  if (remove === undefined) return steps.skip('delete', `${file.name} stays: it has no address of its own to remove.`)
  await steps.attempt('delete', async (signal) => {
    const { said } = await remove(signal)
    return { value: undefined, message: `${file.name} is removed.`, said }
  })
}

function testFile({ id, entry, accountId, database }: BackEndSubject, { newId }: TestTools): TestFile {
  const documentId = newId()
  const name = `${newId()}_test_credentials_file.txt`
  const content = `Written by Strata to test a storage back-end: ${newId()}`
  const fields = { id: documentId, att_uuid: id, content }
  const document = { accountId, database, id: documentId, attachment: name, fields }
  const handler = typeof entry.handler === 'string' ? entry.handler : ''
  const path = attachmentPath(handler, objectOf(entry.settings), document)
  return { name, content: Buffer.from(content), path, documentId, fields }
}

function secretsOf({ id, entry }: BackEndSubject): string[] {
  const document = { attachments: { [id]: entry } }
  const secrets = secretLeaves(document, isStorageSecret).map((pointer) => String(getAt(document, pointer)))
  return secrets.flatMap((secret) => [secret, ...secretsOfAddress(secret)])
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}
