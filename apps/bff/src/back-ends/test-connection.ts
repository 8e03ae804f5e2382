import { isIP } from 'node:net'
import type { StorageTestError } from '@strata/api-types'
import { getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { BackEndError } from './back-end-error.ts'
import { bodyOf, reasonAt, refusal } from './drivers/refusal.ts'
import { toUrl } from './drivers/settings.ts'
import { createOutbound, type Outbound, type OutboundRequest, type Reply } from './outbound/outbound.ts'
import { reachServer } from './reach-server.ts'
import { createSecretHider } from './secret-hider.ts'
import { createSteps, type Listener, type Steps } from './steps.ts'
import type { TestTools } from './test-back-end.ts'

const reason = reasonAt('/reason')

/**
 * Proves that KAZOO could keep databases on another CouchDB: it is one, takes the credentials, and lets databases be made.
 * - whether they may is read from the session where the server tells; else an empty database is made and removed again
 * Gives the failure; undefined when the connection works.
 */
export async function testConnection(
  entry: JsonObject,
  { outside, allow, clock, newId }: Pick<TestTools, 'outside' | 'allow' | 'clock' | 'newId'>,
  listener: Listener,
): Promise<StorageTestError | undefined> {
  const settings = isJsonObject(entry.settings) ? entry.settings : {}
  const credentials = credentialsOf(settings)
  const secrets = createSecretHider(credentials === undefined ? [] : [credentials.password, credentials.basic])
  const steps = createSteps({ ...listener, stepMs: outside.stepMs, secrets })
  const outbound = createOutbound({ allow, lookUp: outside.lookUp, authorities: outside.authorities })
  try {
    const url = urlOf(settings)
    await reachServer(url, steps, outbound, clock)
    const couch = askCouch(outbound, url, credentials)
    await proveVersion(couch, steps)
    const roles = await proveCredentials(couch, credentials, steps)
    await proveCreation(couch, { roles, path: `/strata-test-${newId()}`, stepMs: outside.stepMs }, steps)
    return undefined
  } catch (error) {
    return steps.toError(error)
  }
}

interface Credentials {
  readonly username: string
  readonly password: string
  /** As they stand in a header, before base64. */
  readonly basic: string
}

/** Asks for a path, with the credentials if they are to be shown. */
type AskCouch = (request: { method: string; path: string; isAnonymous?: true }, signal: AbortSignal) => Promise<Reply>

function askCouch(outbound: Outbound, url: URL, credentials: Credentials | undefined): AskCouch {
  return ({ method, path, isAnonymous }, signal) => {
    const request: OutboundRequest = { method, url: new URL(path, url.href), headers: { accept: 'application/json' } }
    if (credentials === undefined || isAnonymous === true) return outbound.send(request, signal)
    const authorization = `Basic ${Buffer.from(credentials.basic).toString('base64')}`
    return outbound.send({ ...request, headers: { ...request.headers, authorization } }, signal)
  }
}

/** Some servers tell nothing to strangers; the next step settles whether it is a CouchDB. */
async function proveVersion(couch: AskCouch, steps: Steps): Promise<void> {
  await steps.run('version', async (signal) => {
    const reply = await couch({ method: 'GET', path: '/', isAnonymous: true }, signal)
    if (reply.status === 401)
      return { value: undefined, message: 'It tells its version to nobody without credentials.' }
    if (reply.status !== 200) throw refusal(reply, reason)
    const body = bodyOf(reply)
    const version = getAt(body, '/version')
    if (getAt(body, '/couchdb') !== undefined && typeof version === 'string') {
      return { value: undefined, message: `CouchDB ${version}.` }
    }
    throw new BackEndError('This is no CouchDB.', { code: reply.status, body })
  })
}

/** The roles of whom the credentials belong to; undefined where the server does not tell. */
async function proveCredentials(
  couch: AskCouch,
  credentials: Credentials | undefined,
  steps: Steps,
): Promise<JsonValue[] | undefined> {
  if (credentials === undefined) {
    steps.skip('authenticate', 'There are no credentials.')
    return undefined
  }
  return steps.run('authenticate', async (signal) => {
    const session = await couch({ method: 'GET', path: '/_session' }, signal)
    const reply = session.status === 404 ? await couch({ method: 'GET', path: '/_all_dbs?limit=1' }, signal) : session
    if (reply.status !== 200) throw refusal(reply, reason)
    const roles = getAt(bodyOf(session), '/userCtx/roles')
    return { value: Array.isArray(roles) ? roles : undefined, message: 'The credentials are accepted.' }
  })
}

/** A database that may have been made is removed, also when nobody listens any more or no answer came. */
async function proveCreation(
  couch: AskCouch,
  { roles, path, stepMs }: { roles: JsonValue[] | undefined; path: string; stepMs: number },
  steps: Steps,
): Promise<void> {
  const drop = () => couch({ method: 'DELETE', path }, AbortSignal.timeout(stepMs))
  await steps.runToEnd('create_database', async (signal) => {
    if (roles?.includes('_admin') === true) {
      return { value: undefined, message: 'The user is a server administrator and may create databases.' }
    }
    if (roles !== undefined) {
      const advice = 'The user is no server administrator, so KAZOO could not create databases here.'
      throw new BackEndError('forbidden', { code: 403, advice })
    }
    const made = await couch({ method: 'PUT', path }, signal).catch(async (error: unknown) => {
      await drop().catch(() => undefined)
      throw error
    })
    if (made.status !== 201 && made.status !== 202) throw refusal(made, reason)
    const removed = await drop()
    if (removed.status >= 300) throw refusal(removed, reason)
    return { value: undefined, message: 'A database was created and removed again.' }
  })
}

function urlOf({ ip, port }: JsonObject): URL {
  const host = typeof ip === 'string' ? ip : ''
  return toUrl(`http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`)
}

/** Passwords may be numbers. */
function credentialsOf({ credentials }: JsonObject): Credentials | undefined {
  const { username, password } = isJsonObject(credentials) ? credentials : {}
  if (typeof username !== 'string' || username === '') return undefined
  const text = String(password ?? '')
  return { username, password: text, basic: `${username}:${text}` }
}
