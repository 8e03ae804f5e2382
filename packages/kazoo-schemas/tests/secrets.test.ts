import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { catalogueOf, type KazooVersion, kazooVersions } from '@strata/schema-catalogue'
import { describe, expect, it } from 'vitest'
import { isConfigSecret } from '../src/index.ts'

/** Every credential that a category's schema declares, in both versions. */
const shared = [
  'auth secret_for_user_signature',
  'blackhole ssl_password',
  'braintree default_private_key',
  'cnam http_basic_auth_password',
  'cnam http_token_auth_token',
  'conferences bridge_password',
  'crossbar ssl_password',
  'kazoo_convert.convertapi secret',
  'media proxy_password',
  'media ssl_password',
  'number_manager.bandwidth developer_key',
  'number_manager.bandwidth2 api_password',
  'number_manager.dash_e911 auth_password',
  'number_manager.simwood auth_password',
  'number_manager.telnyx token',
  'number_manager.voip_innovations password',
  'number_manager.voxbone api_password',
  'pusher apple.certificate',
  'pusher firebase.api_key',
  'services.http_sync authorization_header',
  'smtp_client password',
  'speech asr_api_key',
  'speech tts_api_key',
  'speech.google asr_api_key',
  'speech.google tts_api_key',
  'stepswitch.cnam http_basic_auth_password',
  'stepswitch.cnam http_token_auth_token',
]

const added: Readonly<Record<KazooVersion, readonly string[]>> = {
  '4.3': [],
  '5': [
    'appex_client cluster_secret',
    'crossbar.commland base_salt',
    'crossbar.getstream api_key',
    'crossbar.getstream secret',
    'duo.universal client_secret',
    'pivot.stream media_proxy_password',
    'pivot.stream ssl_password',
    'speech.ibm asr_api_key',
  ],
}

describe.each(kazooVersions)('the declared keys of the categories of KAZOO %s', (version) => {
  const catalogue = catalogueOf(version)
  const declared = [...catalogue].flatMap(([id, schema]) =>
    id.startsWith('system_config.') ? leavesOf(schema, []).map((leaf) => ({ ...leaf, category: id.slice(14) })) : [],
  )

  it('are secret exactly where they are credentials', () => {
    const secret = declared.filter(({ path, sample }) => isConfigSecret(['default', ...path], sample))
    expect(secret.map(({ category, path }) => `${category} ${path.join('.')}`).sort()).toEqual(
      [...shared, ...added[version]].sort(),
    )
  })

  it('have no secret among their defaults', () => {
    const secret = [...catalogue.values()].flatMap((schema) => defaultsOf(schema))
    expect(secret.filter(([path, value]) => isConfigSecret(['default', ...path], value))).toEqual([])
  })
})

interface Leaf {
  readonly path: readonly string[]
  readonly sample: JsonValue
}

function leavesOf(schema: JsonObject, path: readonly string[]): Leaf[] {
  const { properties, items, type } = schema
  if (isJsonObject(items)) return leavesOf(items, [...path, '0'])
  if (!isJsonObject(properties)) return [{ path, sample: type === 'integer' || type === 'number' ? 7 : 'sample' }]
  return Object.entries(properties).flatMap(([key, child]) =>
    isJsonObject(child) ? leavesOf(child, [...path, key]) : [],
  )
}

function defaultsOf(schema: JsonObject): [string[], JsonValue][] {
  const own = 'default' in schema ? scalarsOf(schema.default ?? null) : []
  const properties = isJsonObject(schema.properties) ? Object.entries(schema.properties) : []
  const nested = properties.flatMap(([key, child]): [string[], JsonValue][] =>
    isJsonObject(child) ? defaultsOf(child).map(([path, value]) => [[key, ...path], value]) : [],
  )
  return [...own, ...nested].filter(([, value]) => value !== '')
}

function scalarsOf(value: JsonValue): [string[], JsonValue][] {
  if (typeof value !== 'object' || value === null) return [[[], value]]
  return Object.entries(value).flatMap(([key, child]) =>
    scalarsOf(child).map(([path, scalar]): [string[], JsonValue] => [[key, ...path], scalar]),
  )
}
