import type { JsonObject } from '@strata/json'
import { type Caller, USERS } from '../_accounts.ts'
import { ACCOUNTS, type Client, passwordOf, type TestApp } from '../_app.ts'

export const acme = ACCOUNTS.acme.id
export const acmeStorage = `/v2/accounts/${acme}/storage`

export const s3Id = '403f90f67d1b71341f2ea6426eed3d90'
export const httpId = '9f8e7d6c5b4a39281706f5e4d3c2b1a0'
export const couchId = 'c0'.repeat(16)

/** Invented; tests search answers and logs for them. */
export const s3Secret = 'invented-s3-secret'
export const couchPassword = 'invented-couch-password'

export function s3(settings: JsonObject = {}): JsonObject {
  return {
    handler: 's3',
    name: 'S3 Storage',
    settings: { bucket: 'invented-bucket', key: 'INVENTED-KEY-ID', secret: s3Secret, ...settings },
  }
}

export function http(settings: JsonObject = {}): JsonObject {
  return { handler: 'http', name: 'Recorder', settings: { url: 'https://rec.example.net/in', ...settings } }
}

export function couchdb(settings: JsonObject = {}): JsonObject {
  return {
    driver: 'kazoo_couch',
    name: 'Second cluster',
    settings: {
      ip: '192.0.2.7',
      port: 5984,
      credentials: { username: 'kazoo', password: couchPassword },
      pool: { name: 'second', size: 10 },
      ...settings,
    },
  }
}

/** A plan that sends voicemail to a back-end. */
export function voicemailTo(handler: string): JsonObject {
  return { modb: { types: { mailbox_message: { attachments: { handler } } } } }
}

export const s3Document: JsonObject = { attachments: { [s3Id]: s3() }, plan: voicemailTo(s3Id) }

/** A client that works as Strata's pages do: with the cookie of a sign-in and its CSRF token. */
export async function browserOf(app: TestApp, caller: Caller): Promise<Client> {
  const signIn = await app.anyone.post('/console/session', {
    username: caller,
    password: passwordOf(caller),
    account_name: ACCOUNTS[USERS[caller].account].name,
  })
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const { csrf_token: csrf } = signIn.body.data as { csrf_token: string }
  return app.withHeaders({ cookie, 'x-csrf-token': csrf })
}
