import type { JsonObject } from '../../packages/json/src/index.ts'
import type { Step, Transcript } from './step.ts'

const category = '/v2/system_configs/{SYSTEM_CONFIG_ID}'
const section = '/v2/system_configs/{SYSTEM_CONFIG_ID}/{SECTION}'

const schemaDefaults = { acl_request_timeout_fudge_ms: 100, acl_request_timeout_ms: 2000 }

const listed = [
  'notification.port_unconfirmed',
  'notification.port_scheduled',
  'notification.port_request_admin',
  'notification.port_request',
  'notification.port_rejected',
  'notification.port_pending',
  'notification.port_comment',
  'notification.port_cancel',
  'notification.password_recovery',
  'notification.new_user',
  'notification.new_account',
  'notification.low_balance',
  'notification.first_occurrence',
  'notification.fax_outbound_to_email',
  'notification.fax_outbound_error_to_email',
  'notification.fax_inbound_to_email',
  'notification.fax_inbound_error_to_email_filtered',
  'notification.fax_inbound_error_to_email',
  'notification.deregister',
  'notification.denied_emergency_bridge',
  'notification.customer_update',
  'notification.cnam_request',
  'notification.account_zone_change',
  'modb',
  'milliwatt',
  'media',
  'kazoo_endpoint',
  'kazoo_couch',
  'kapps_controller',
  'hangups',
  'fax',
  'ecallmgr',
  'datamgr',
  'crossbar.resources',
  'crossbar.media',
  'crossbar.callflows',
  'crossbar.auth',
  'crossbar.accounts',
  'crossbar',
  'conferences',
  'cdr',
  'callflow.park',
  'callflow',
  'call_command',
  'braintree',
  'blackhole',
  'auth',
  'alerts',
  'accounts',
]

const read: JsonObject = {
  timestamp: '{TIMESTAMP}',
  version: '4.0.0',
  node: '{NODE}',
  request_id: '{REQUEST_ID}',
  status: 'success',
  auth_token: '{AUTH_TOKEN}',
}
const written: JsonObject = { ...read, revision: '{REVISION}' }

const update = {
  body: {
    data: {
      default: schemaDefaults,
      id: 'sysconf',
      node: { acl_request_timeout_fudge_ms: 101 },
    },
  },
  answer: { ...written, data: { node: { acl_request_timeout_fudge_ms: 101 }, id: 'sysconf' } },
}

const steps: readonly Step[] = [
  {
    name: 'Fetch List of Configured System Configs Categories',
    method: 'GET',
    path: '/v2/system_configs',
    status: 200,
    answer: { ...read, next_start_key: 'notification.ported', page_size: 50, data: listed },
  },
  {
    name: 'Fetch Specific Config Category Default Values',
    method: 'GET',
    path: category,
    status: 200,
    answer: { ...read, data: { default: schemaDefaults, id: 'sysconf' } },
  },
  { name: 'Create System Config Category', method: 'PUT', path: category, status: 201, ...update },
  { name: 'Update System Config Category', method: 'POST', path: category, status: 200, ...update },
  {
    name: 'Patch',
    method: 'PATCH',
    path: category,
    status: 200,
    body: { data: { node: { acl_request_timeout_fudge_ms: 102 } } },
    answer: { ...written, data: { node: { acl_request_timeout_fudge_ms: 102 }, id: 'sysconf' } },
  },
  {
    name: 'Fetch Config Category with All Node Values and Default Values',
    method: 'GET',
    path: `${category}?with_defaults=true`,
    status: 200,
    answer: {
      ...read,
      data: {
        node: { acl_request_timeout_fudge_ms: 102, acl_request_timeout_ms: 2000 },
        default: schemaDefaults,
        id: 'sysconf',
      },
    },
  },
  {
    name: 'Remove',
    method: 'DELETE',
    path: category,
    status: 200,
    answer: { ...written, data: { node: { acl_request_timeout_fudge_ms: 102 }, id: 'sysconf' } },
  },
  {
    name: 'Fetch Specific Config Category For A Node',
    method: 'GET',
    path: section,
    status: 200,
    answer: { ...read, data: { id: 'sysconf/node' } },
  },
  {
    name: 'Change System Config Value For A NODE',
    method: 'POST',
    path: section,
    status: 200,
    body: { data: { id: 'sysconf/node', acl_request_timeout_fudge_ms: 101 } },
    answer: { ...written, data: { acl_request_timeout_fudge_ms: 101, id: 'sysconf/node' } },
  },
  {
    name: 'Patch System Config Value For A NODE',
    method: 'PATCH',
    path: section,
    status: 200,
    body: { data: { acl_request_timeout_fudge_ms: 102 } },
    answer: { ...written, data: { acl_request_timeout_fudge_ms: 102, id: 'sysconf/node' } },
  },
  {
    name: 'Fetch with defaults',
    method: 'GET',
    path: `${section}?with_defaults=true`,
    status: 200,
    answer: {
      ...read,
      data: { acl_request_timeout_fudge_ms: 102, acl_request_timeout_ms: 2000, id: 'sysconf/node' },
    },
  },
  {
    name: 'Remove the section',
    method: 'DELETE',
    path: section,
    status: 200,
    answer: { ...written, data: { id: 'sysconf/node' } },
  },
]

/**
 * The requests of KAZOO's document on system configs, on a store that holds the 49 categories its list shows and
 * nothing of `sysconf`. An empty PATCH makes a category without changing one that is there.
 */
export const systemConfigsTranscript: Transcript = {
  name: 'system_configs',
  variables: { SYSTEM_CONFIG_ID: 'sysconf', SECTION: 'node' },
  preparation: listed.map((name) => ({
    name: `Make ${name}`,
    method: 'PATCH',
    path: `/v2/system_configs/${name}`,
    status: 200,
    body: { data: {} },
  })),
  steps,
}
