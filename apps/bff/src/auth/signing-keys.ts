import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { Store } from '#bff/couch/store.ts'
import { remembered } from '#bff/scheduling/remembered.ts'
import { ensureOwnDocument, ownDatabase } from '../couch/own-document.ts'

const documentId = 'signing_key'
/** How long a key that KAZOO replaced may still be honoured. */
const rememberMs = 60_000

export interface SigningKey {
  readonly id: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

export type SigningKeys = ReturnType<typeof createSigningKeys>

/** The RSA keys that sign tokens. They lie in the store, so that every server on it can verify what another issued. */
export function createSigningKeys(store: Store, newId: () => string) {
  const keys = remembered(async () => {
    const kazoo = await readKazooKey(store)
    const own = await (kazoo === undefined ? ensureOwnKey(store, newId) : readOwnKey(store))
    return [kazoo, own].filter((key) => key !== undefined)
  }, rememberMs)
  return {
    /** The key to sign with: KAZOO's system key where the store has one, else Strata's own, made at the first use. */
    async current(): Promise<SigningKey> {
      const [first] = await keys()
      if (first === undefined) throw new Error('There is no signing key although one is always made.')
      return first
    },
    /** The key that a token's `kid` names. */
    async named(id: string): Promise<SigningKey | undefined> {
      return (await keys()).find((key) => key.id === id)
    },
  }
}

/** KAZOO names its key in the config category `auth` and keeps it as an attachment in `system_auth`. */
async function readKazooKey(store: Store): Promise<SigningKey | undefined> {
  const config = await store.database('system_config').get('auth')
  const section = config?.fields.default
  const id = typeof section === 'object' && section !== null && 'system_key' in section ? section.system_key : undefined
  if (typeof id !== 'string') return undefined
  const pem = await store.database('system_auth').attachment(id, 'private_key.pem')
  return pem && fromPem(id, Buffer.from(pem).toString())
}

async function readOwnKey(store: Store): Promise<SigningKey | undefined> {
  const document = await ownDatabase(store).get(documentId)
  return document && fromFields(document.fields)
}

async function ensureOwnKey(store: Store, newId: () => string): Promise<SigningKey> {
  return fromFields(
    await ensureOwnDocument(store, documentId, async () => ({ kid: newId(), private_key: await generatePem() })),
  )
}

async function generatePem(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function fromFields({ kid, private_key }: Record<string, unknown>): SigningKey {
  if (typeof kid === 'string' && typeof private_key === 'string') return fromPem(kid, private_key)
  throw new Error('Document strata/signing_key does not hold a key.')
}

function fromPem(id: string, pem: string): SigningKey {
  const privateKey = createPrivateKey(pem)
  return { id, privateKey, publicKey: createPublicKey(privateKey) }
}
