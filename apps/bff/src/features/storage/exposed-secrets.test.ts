import { type JsonObject, type JsonValue, setAt } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { couchdb, couchId, s3Id } from '../../../tests/storage/_documents.ts'
import { exposedSecrets } from './exposed-secrets.ts'

const stored: JsonObject = {
  attachments: { [s3Id]: { handler: 'azure', settings: { account: 'a', container: 'c', key: 'invented-azure-key' } } },
  connections: { [couchId]: couchdb() },
}
const settings = `/connections/${couchId}/settings`
const passwordPath = `connections.${couchId}.settings.credentials.password`

describe(exposedSecrets, () => {
  for (const { note, changes, paths } of [
    { note: 'nothing, where nothing changes', changes: {}, paths: [] },
    { note: 'nothing, where other settings change', changes: { [`${settings}/pool/size`]: 5 }, paths: [] },
    {
      note: 'a key that another handler takes for an identifier',
      changes: { [`/attachments/${s3Id}/handler`]: 's3' },
      paths: [`attachments.${s3Id}.settings.key`],
    },
    {
      note: 'the password of a connection to another server',
      changes: { [`${settings}/ip`]: '198.51.100.1' },
      paths: [passwordPath],
    },
    {
      note: 'the password of a connection to another port',
      changes: { [`${settings}/port`]: 15984 },
      paths: [passwordPath],
    },
    {
      note: 'nothing, where the other server gets a password of its own',
      changes: { [`${settings}/ip`]: '198.51.100.1', [`${settings}/credentials/password`]: 'another-invented-one' },
      paths: [],
    },
  ] satisfies { note: string; changes: Record<string, JsonValue>; paths: string[] }[]) {
    it(`finds ${note}`, () => {
      const next = Object.entries(changes).reduce<JsonValue>((doc, [at, value]) => setAt(doc, at, value), stored)
      expect(Object.keys(exposedSecrets(stored, next as JsonObject))).toEqual(paths)
    })
  }
})
