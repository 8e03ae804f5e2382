import { isJsonObject, type JsonObject } from '@strata/json'
import { ACCOUNTS, type Reply, startApp, type TestApp, USERS } from '../_app.ts'

export const acme = ACCOUNTS.acme.id
export const userId = USERS['account-user'].id
export const route = `/console/accounts/${acme}/storage/route`
export const routes = `/console/accounts/${acme}/storage/routes`

export const systemS3 = '5a'.repeat(16)
export const planAzure = '6b'.repeat(16)
export const ownHttp = '7c'.repeat(16)
export const userDropbox = '8d'.repeat(16)
export const second = '9e'.repeat(16)

/** Invented; tests search answers for them. */
export const secrets = [
  'invented-s3-secret',
  'INVENTED-KEY-ID',
  'aW52ZW50ZWQ',
  'invented-couch-password',
  'invented-url-password',
]

export const systemDocument: JsonObject = {
  attachments: {
    [systemS3]: {
      handler: 's3',
      name: 'Object storage',
      settings: {
        bucket: 'kz-eu',
        region: 'eu-west-1',
        key: 'INVENTED-KEY-ID',
        secret: 'invented-s3-secret',
        x_note: 'internal',
      },
    },
  },
  connections: {
    [second]: {
      name: 'Second cluster',
      driver: 'kazoo_couch',
      settings: {
        ip: '192.0.2.7',
        port: 5984,
        credentials: { username: 'kazoo', password: 'invented-couch-password' },
        pool: { name: 'second', size: 10 },
      },
    },
  },
  plan: {
    modb: { attachments: { handler: systemS3, params: { folder_path: 'all' } } },
    system: { connection: second },
  },
}

export const planDocument: JsonObject = {
  name: 'Gold',
  attachments: {
    [planAzure]: { handler: 'azure', settings: { account: 'acc', container: 'voicemail', key: 'aW52ZW50ZWQ' } },
  },
  plan: { modb: { types: { mailbox_message: { attachments: { handler: planAzure } } } } },
}

export const accountDocument: JsonObject = {
  attachments: {
    [ownHttp]: {
      handler: 'http',
      name: 'Recorder',
      settings: { url: 'https://rec:invented-url-password@rec.example.net/in', verb: 'post', folder_base_path: 'base' },
    },
  },
  plan: {
    modb: {
      types: {
        fax: { attachments: { handler: ownHttp, params: { folder_path: 'faxes' }, stub: true }, connection: second },
      },
    },
  },
}

export const userDocument: JsonObject = {
  attachments: { [userDropbox]: { handler: 'dropbox', settings: { oauth_doc_id: 'dropbox-bot' } } },
  plan: { modb: { types: { call_recording: { attachments: { handler: userDropbox } } } } },
}

/** A server on the embedded store with a document at every layer of `acme`. */
export async function startCluster(): Promise<TestApp> {
  const app = await startApp()
  await store(app, 'system', systemDocument, {})
  await store(app, 'gold', planDocument, { type: 'storage_plan', system_plan: true })
  await store(app, acme, accountDocument, { account_id: acme, plan_id: 'gold' })
  await store(app, userId, userDocument, { account_id: acme })
  return app
}

/** Puts a storage document in place as it is, also what the API would refuse. */
export async function store(app: TestApp, id: string, fields: JsonObject, hidden: JsonObject): Promise<void> {
  const database = app.store.database('system_data')
  const before = await database.get(id)
  const revision = before === undefined ? {} : { revision: before.revision }
  await database.put({ id, ...revision, fields, private: { type: 'storage', ...hidden } })
}

export async function remove(app: TestApp, id: string): Promise<void> {
  const database = app.store.database('system_data')
  const before = await database.get(id)
  if (before !== undefined) await database.remove(id, before.revision)
}

/** The answer's data, and that it holds no secret. */
export function dataOf({ body, text, status }: Reply): JsonObject {
  if (status !== 200) throw new Error(`answered ${status}: ${text}`)
  const shown = secrets.find((secret) => text.includes(secret))
  if (shown !== undefined) throw new Error(`the answer shows ${shown}`)
  return isJsonObject(body.data) ? body.data : {}
}
