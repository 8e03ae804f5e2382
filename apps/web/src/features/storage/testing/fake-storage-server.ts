import type {
  AccountStorageRoute,
  DocumentVersions,
  FormSchema,
  InheritedStorage,
  VersionChoice,
} from '@strata/api-types'
import { deepEqual, type JsonObject, type JsonValue } from '@strata/json'
import type { KazooVersion } from '@strata/schema-catalogue'
import { builtInStorage } from '@strata/storage-plan'
import { vi } from 'vitest'
import { validatorUrl } from '#web/components/schema-form/testing/compile-form.ts'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { objectAt } from '../document/document-parts.ts'
import { createFakeTest } from './fake-test.ts'
import { storageSchemaOf } from './storage-schema.ts'

interface FakeStorage {
  /** Undefined where the account has no document yet. */
  fields?: JsonObject
  inherited?: InheritedStorage['layers']
  version?: KazooVersion
  /** Of the document that is there to begin with. */
  revision?: number
}

interface Write {
  readonly method: string
  readonly ifMatch: string | null
  readonly data: JsonObject
}

export const accountId = 'a'.repeat(32)

const builtIn: InheritedStorage['layers'][number] = {
  layer: 'built-in',
  name: 'Built in',
  attachments: {},
  connections: { local: { name: null } },
  plan: objectAt(builtInStorage, '/plan'),
}

function formOf(version: KazooVersion): FormSchema {
  const schema = storageSchemaOf(version)
  return { id: 'storage', revision: 's1', schema, defaults: {}, validator_url: validatorUrl(schema) }
}

/** What is answered whatever is asked: where things go is the server's to tell. */
const route: AccountStorageRoute = {
  account: { id: accountId, name: 'Acme Corp' },
  user: null,
  truncated: null,
  layers: [{ layer: 'built-in', name: 'Built in', is_draft: false }],
  asked: { class: 'modb', type: 'mailbox_message' },
  consulted: { class: 'modb', type: 'mailbox_message' },
  connection: { id: { value: 'local', by: null }, name: null, host: null, port: null },
  back_end: null,
  database: { create_options: null, names: null },
  undecided: [],
  copies: [],
  ignored: [],
  problems: [],
  sample: { account_id: accountId, database: '', id: '', attachment: '', fields: {} },
}

/** The API for the storage document of one account, in place of the network. */
export function startFakeStorage({ fields, inherited = [], version = '4.3', revision: begins = 1 }: FakeStorage) {
  const form = formOf(version)
  const writes: Write[] = []
  const refusals: Response[] = []
  let stored = fields
  let revision = fields === undefined ? 0 : begins
  let other: JsonObject | undefined

  function document(): Response {
    if (stored === undefined) return failure(404, 'bad_identifier')
    return success({ ...stored, id: accountId }, { revision: `${revision}-a` })
  }

  function write({ method, ifMatch, data }: Write): Response {
    writes.push({ method, ifMatch, data })
    const refusal = refusals.shift()
    if (refusal !== undefined) return refusal
    if (method === 'PUT' && stored !== undefined) return failure(409, 'datastore_conflict')
    if (method !== 'PUT' && stored === undefined) return failure(404, 'bad_identifier')
    if (method !== 'PUT' && ifMatch !== `"${revision}-a"`) return failure(412, 'precondition_failed')
    stored = method === 'DELETE' ? undefined : data
    revision += 1
    return method === 'DELETE' ? success({}) : document()
  }

  function versions(): DocumentVersions {
    const read = { revision: `${revision}-a`, conflicts: other === undefined ? [] : ['1-other'], versions: [] }
    if (stored === undefined || other === undefined) return read
    const versionOf = (at: string, document: JsonObject) => ({ revision: at, modified: null, document })
    return { ...read, versions: [versionOf(read.revision, stored), versionOf('1-other', other)] }
  }

  function settle({ keep }: VersionChoice): Response {
    if (keep === '1-other') stored = other
    other = undefined
    revision += 1
    return document()
  }

  const { fetch } = answering(({ method, url, headers, body }) => {
    const [path] = url.split('?')
    switch (path) {
      case '/console/schemas/storage/form':
        return success(toJson(form))
      case `/console/accounts/${accountId}/storage/inherited`:
        return success(toJson({ layers: [builtIn, ...inherited], truncated: null }))
      case `/console/accounts/${accountId}/storage/route`:
        return success(toJson(route))
      case `/console/accounts/${accountId}/storage/conflicts`:
        return method === 'GET' ? success(versions()) : settle(JSON.parse(body).data)
      case `/console/accounts/${accountId}/storage_plan`:
        return success({
          plan_id: null,
          followed_plan_id: null,
          plan_name: null,
          state: 'none',
          may_assign: false,
          offered: [],
        })
      case `/v2/accounts/${accountId}/users`:
        return success([])
      case `/v2/accounts/${accountId}`:
        return success({ id: accountId, name: 'Acme Corp', is_reseller: false })
      case `/v2/accounts/${accountId}/storage`:
        return method === 'GET'
          ? document()
          : write({ method, ifMatch: headers.get('If-Match'), data: body === '' ? {} : JSON.parse(body).data })
      default:
        return failure(404, 'not_found')
    }
  })
  const test = createFakeTest()
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) =>
    String(input) === `/console/accounts/${accountId}/storage/test`
      ? test.answer(String(input), init)
      : fetch(input, init),
  )

  return {
    test,
    writes,
    /** What is stored now. */
    stored: () => stored,
    /** The next write is answered so. */
    refuseOnce: (refusal: Response) => refusals.push(refusal),
    /** Another server stored another version, which is not read. */
    keepBeside: (version: JsonObject) => {
      other = version
    },
    /** Somebody else deletes the document. */
    remove: () => {
      stored = undefined
    },
    /** Somebody else stores another revision. */
    change: (next: JsonObject) => {
      if (!deepEqual(next, stored ?? {})) revision += 1
      stored = next
    },
  }
}

function toJson(data: object): JsonValue {
  return JSON.parse(JSON.stringify(data))
}
