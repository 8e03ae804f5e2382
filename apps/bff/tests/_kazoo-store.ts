import { createHash, generateKeyPairSync } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import {
  type ClusterSize,
  clusterSizes,
  kazooViews,
  type SampleCluster,
  type SampleDocument,
  sampleCluster,
} from '@strata/sample-cluster'
import { catalogueOf } from '@strata/schema-catalogue'
import type { Store } from '#bff/couch/store.ts'
import { defaultsOf } from '#bff/demo/fill-demo.ts'
import { fillStore, type PlacedDraft } from '#bff/demo/fill-store.ts'
import { createSchemaRepository } from '#bff/schemas/repository.ts'

/** A CouchDB, by Strata's client and by its address with user and password. */
interface CouchDb {
  readonly store: Store
  readonly url: string
}

const version = '4.3'
const signingKeyId = '5c'.repeat(16)

/**
 * Fills an empty CouchDB as KAZOO 4.3 leaves it, in bulk: the invented cluster of a size, its users with the digests of
 * their passwords and its accounts with API keys (`apiKeyOfSample`), the schemas of the version, a signing key, and in the
 * databases of accounts the views that KAZOO makes there.
 */
export async function fillKazooStore({ store, url }: CouchDb, size: ClusterSize): Promise<SampleCluster> {
  const defaults = await defaultsOf(createSchemaRepository(store, version))
  const cluster = sampleCluster({ seed: 1, now: 63_960_000_000, defaults, ...clusterSizes[size] })
  await fillStore(store, [...catalogueOf(version).values()].map(toSchemaDocument))
  await fillStore(store, withCredentials(cluster))
  const accountDatabases = (await store.databases()).filter((name) => name.startsWith('account/'))
  await putRaw(url, 'accounts', [kazooViews.accounts])
  for (const name of accountDatabases) await putRaw(url, name, [kazooViews.account])
  await putRaw(url, 'system_config', [signingConfig])
  await putRaw(url, 'system_auth', [signingKey()])
  return cluster
}

/** Writes documents as they are, design documents and attachments too. */
export async function putRaw<Document extends { readonly _id: string }>(
  url: string,
  database: string,
  docs: readonly Document[],
): Promise<void> {
  const { origin, username, password } = new URL(url)
  const authorization = `Basic ${Buffer.from(`${username}:${decodeURIComponent(password)}`).toString('base64')}`
  const reply = await fetch(`${origin}/${encodeURIComponent(database)}/_bulk_docs`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ docs }),
  })
  const outcomes = (await reply.json()) as { error?: string }[]
  if (!reply.ok || outcomes.some(({ error }) => error !== undefined)) throw new Error(JSON.stringify(outcomes))
}

/** The API key of an account of the cluster. */
export function apiKeyOfSample(accountId: string): string {
  return `${accountId}${accountId}`
}

function toSchemaDocument({ _id, ...fields }: { readonly _id: string }): PlacedDraft {
  return { database: 'system_schemas', id: _id, fields: fields as JsonObject, private: {} }
}

/** The documents, where users and accounts have what KAZOO's own sign-ins need. */
function* withCredentials(cluster: SampleCluster): Generator<SampleDocument> {
  const signIns = new Map(cluster.signIns.map((signIn) => [signIn.userId, signIn]))
  for (const document of cluster.documents()) {
    const { id, private: hidden } = document
    const signIn = signIns.get(id)
    const signature_secret = digest('md5', id)
    if (hidden.type === 'account') {
      yield { ...document, private: { ...hidden, api_key: apiKeyOfSample(id), signature_secret } }
    } else if (hidden.type === 'user' && signIn !== undefined) {
      const text = `${signIn.username}:${signIn.password}`
      const digests = { md5_auth: digest('md5', text), sha1_auth: digest('sha1', text) }
      yield { ...document, private: { ...hidden, ...digests, signature_secret } }
    } else yield document
  }
}

function digest(algorithm: 'md5' | 'sha1', text: string): string {
  return createHash(algorithm).update(text).digest('hex')
}

const signingConfig = {
  _id: 'auth',
  pvt_type: 'config',
  default: { system_key: signingKeyId, secret_for_user_signature: 'invented secret of the cluster' },
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' })
  const attachment = { content_type: 'application/x-pem-file', data: Buffer.from(pem).toString('base64') }
  return { _id: signingKeyId, pvt_type: 'system_key', _attachments: { 'private_key.pem': attachment } }
}
