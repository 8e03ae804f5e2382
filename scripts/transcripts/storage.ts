import type { JsonObject } from '../../packages/json/src/index.ts'
import type { Step, Transcript } from './step.ts'

const storage = '/v2/accounts/{ACCOUNT_ID}/storage'
const plan = `${storage}/plans/{STORAGE_PLAN_ID}`

function documentWith(backEnd: JsonObject): JsonObject {
  return {
    attachments: { '{UUID}': backEnd },
    plan: { modb: { types: { mailbox_message: { attachments: { handler: '{UUID}' } } } } },
  }
}

const s3Document = documentWith({
  handler: 's3',
  name: 'S3 Storage',
  settings: { bucket: '{S3_BUCKET}', key: '{AWS_ACCESS_KEY}', secret: '{AWS_SECRET_KEY}' },
})

const httpDocument = documentWith({
  handler: 'http',
  name: 'My HTTP server',
  settings: { url: 'http://my.http.server:37635/some_prefix', verb: 'POST' },
})

const steps: readonly Step[] = [
  {
    name: 'Create',
    method: 'PUT',
    path: storage,
    status: 201,
    body: { data: s3Document },
    answer: { auth_token: '{AUTH_TOKEN}', data: s3Document },
  },
  {
    name: 'Fetch',
    method: 'GET',
    path: storage,
    status: 200,
    answer: {
      auth_token: '{AUTH_TOKEN}',
      data: { ...s3Document, id: '{ACCOUNT_ID}' },
      request_id: '{REQUEST_ID}',
      revision: '{REVISION}',
      status: 'success',
    },
  },
  // The document's next example creates once more, which needs the first one out of the way.
  { name: 'Remove the first example', method: 'DELETE', path: storage, status: 200 },
  { name: 'Create for an HTTP server', method: 'PUT', path: storage, status: 201, body: { data: httpDocument } },
  { name: 'Change', method: 'POST', path: storage, status: 200 },
  { name: 'Patch', method: 'PATCH', path: storage, status: 200 },
  { name: 'Remove', method: 'DELETE', path: storage, status: 200 },
  { name: 'Fetch plans', method: 'GET', path: `${storage}/plans`, status: 200 },
  {
    name: 'Create a plan',
    method: 'PUT',
    path: `${storage}/plans`,
    status: 201,
    capture: { STORAGE_PLAN_ID: '/data/id' },
  },
  { name: 'Fetch a plan', method: 'GET', path: plan, status: 200 },
  { name: 'Change a plan', method: 'POST', path: plan, status: 200 },
  { name: 'Patch a plan', method: 'PATCH', path: plan, status: 200 },
  { name: 'Remove a plan', method: 'DELETE', path: plan, status: 200 },
]

/**
 * The requests of KAZOO's document on storage, on an account that has no storage document. Writes name the back-ends of
 * the printed examples, which do not exist, so the store is told to let writes skip testing them.
 */
export const storageTranscript: Transcript = {
  name: 'storage',
  variables: {
    UUID: '403f90f67d1b71341f2ea6426eed3d90',
    S3_BUCKET: 'invented-bucket',
    AWS_ACCESS_KEY: 'INVENTED-ACCESS-KEY',
    AWS_SECRET_KEY: 'invented-secret-key',
  },
  preparation: [
    {
      name: 'Let writes skip the test of their back-ends',
      method: 'PATCH',
      path: '/v2/system_configs/system_data',
      status: 200,
      body: { data: { default: { allow_validation_overrides: true } } },
    },
  ],
  writeQuery: 'validate_settings=false',
  steps,
}
