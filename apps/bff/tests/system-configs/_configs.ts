import type { JsonObject } from '@strata/json'
import { ACCOUNTS, type Client, passwordOf, startApp, type TestApp } from '../_app.ts'
import type { TestStore } from '../_stores.ts'

/** KAZOO's shape of a schema: a nested default counts because `b` has one of its own. */
export const demoSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    a: { type: 'integer', default: 1 },
    b: {
      type: 'object',
      default: {},
      properties: { c: { type: 'integer', default: 2 }, d: { type: 'integer', default: 3 } },
    },
    flag: { type: 'boolean' },
    list: { type: 'array', items: { type: 'string' } },
    api_key: { type: 'string' },
  },
}

export interface ConfigApp extends TestApp {
  readonly admin: Client
  /** A category of its own, of the demo schema, with these fields stored; undefined: nothing stored. */
  category(fields?: JsonObject): Promise<string>
  /** The public fields of a category as they are stored. */
  stored(category: string): Promise<JsonObject | undefined>
}

/** A server whose store has a demo schema for each category that a test makes. */
export async function startConfigApp(start: () => Promise<TestStore>): Promise<ConfigApp> {
  const app = await startApp({ start })
  const configs = app.store.database('system_config')
  let made = 0
  return {
    ...app,
    admin: app.as('superduper'),
    async category(fields) {
      made += 1
      const id = `demo.${made}`
      await app.store.database('system_schemas').put({ id: `system_config.${id}`, fields: demoSchema, private: {} })
      if (fields !== undefined) await configs.put({ id, fields, private: { type: 'config' } })
      return id
    },
    stored: async (category) => (await configs.get(category))?.fields,
  }
}

export const node = 'kazoo_apps@host'

/** The superduper admin in a browser: with a cookie session, so secrets are redacted. */
export async function signInBrowser(app: ConfigApp): Promise<Client> {
  const signIn = await app.anyone.post('/console/session', {
    username: 'superduper',
    password: passwordOf('superduper'),
    account_name: ACCOUNTS.master.name,
  })
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { csrf_token: csrf } = signIn.body.data as { csrf_token: string }
  return app.withHeaders({ cookie, 'x-csrf-token': csrf })
}
