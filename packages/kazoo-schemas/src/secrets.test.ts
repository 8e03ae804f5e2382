import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import { isConfigSecret, isStorageSecret, secretLeaves } from './index.ts'

const uuid = (digit: string) => digit.repeat(32)

describe(isConfigSecret, () => {
  for (const key of [
    'password',
    'ssl_password',
    'PASSWORD',
    'userPassword',
    'passwd',
    'pwd',
    'passphrase',
    'passcode',
    'secret',
    'client_secret',
    'secret_for_user_signature',
    'clientSecret',
    'secret_key',
    'api_key',
    'apiKey',
    'apikey',
    'asr_api_key',
    'private_key',
    'developer_key',
    'token',
    'access_token',
    'X-Auth-Token',
    'Authorization',
    'authorization_header',
    'Proxy-Authorization',
    'bearer',
    'cookie',
    'certificate',
    'credentials',
    'jwt',
    'pin',
    'signing_key',
    'shared_key',
    'encryption_keys',
    'salt',
    'pass',
    'smtp_pass',
    'dbpassword',
    'mysqlPasswd',
    'password2',
    'password_1',
    'passwords',
    'secretvalue',
    'secret_value',
    'clientsecret',
    'authtoken',
    'token_value',
    'accesskey',
    'AccountKey',
    'api_key_2',
    'password_hash',
  ]) {
    it(`takes a text under ${key} for one`, () => expect(isConfigSecret(['default', key], 'made-up')).toBe(true))
  }

  for (const key of [
    'token_auth_expiry_s',
    'max_bucket_tokens',
    'api_key_prompt',
    'operator_key',
    'system_key',
    'ssl_key',
    'ssl_cert',
    'ssl_ca_cert',
    'public_key',
    'default_public_key',
    'expose_api_key',
    'check_payment_token',
    'password_recovery',
    'generate_password_if_empty',
    'reset_identity_secret_on_rehash',
    'max_pin_length',
    'force_require_pin',
    'client_token_version',
    'user_auth_method',
    'secret_name',
    'token_url',
    'password_policy',
    'key',
    'keys',
    'feature_keys',
    'refresh_app_keys',
    'username',
    'account_id',
    'author',
    'authz_enabled',
    'tokens_fill_time',
    'passive',
    'monkey',
    'secretary',
    'set_pin',
    'http_url',
    'calls_consume_tokens',
    'bypass',
    'default_bypass_media',
    'compass',
    'passenger',
    'hash',
    'value',
    'value_1',
    's3',
    'allow_metadata_credentials',
    'include_auth_token',
    'qrcode_key_type',
    'tags_key_path',
    'monkeys',
    'hotkey',
    'passwordless',
  ]) {
    it(`takes nothing under ${key} for one`, () => expect(isConfigSecret(['default', key], 'sample')).toBe(false))
  }

  for (const { note, path, value, secret } of [
    { note: 'a number as a password', path: ['default', 'password'], value: 4711, secret: true },
    { note: 'a number as a pin', path: ['default', 'pin'], value: 4711, secret: true },
    { note: 'a number of tokens', path: ['default', 'user_auth_tokens'], value: 35, secret: false },
    { note: 'a number of tokens that is not set', path: ['default', 'user_auth_tokens'], value: '', secret: false },
    { note: 'an item of a list of tokens', path: ['default', 'tokens', '0'], value: 'x', secret: true },
    { note: 'a boolean', path: ['default', 'password'], value: true, secret: false },
    { note: 'an object: what it holds is asked about', path: ['default', 'secret'], value: { a: 'x' }, secret: false },
    { note: 'a list: its items are asked about', path: ['default', 'passwords'], value: ['x'], secret: false },
    { note: 'an item of a list of credentials', path: ['default', 'api_keys', '0'], value: 'x', secret: true },
    { note: 'an entry of a map of credentials', path: ['default', 'passwords', 'alice'], value: 'x', secret: true },
    { note: 'what is said about an entry', path: ['default', 'secrets', 'a', 'name'], value: 'x', secret: false },
    { note: 'a user beside a password', path: ['default', 'credentials', 'username'], value: 'x', secret: false },
    { note: 'the place of a credential that is not set', path: ['default', 'password'], value: '', secret: true },
    { note: 'the place of a credential that is cleared', path: ['default', 'password'], value: null, secret: true },
    { note: 'a section with the name of a credential', path: ['secret', 'colour'], value: 'x', secret: false },
    { note: 'user information in an address', path: ['z1', 'broker'], value: 'amqp://who:what@host', secret: true },
    { note: 'a lone user in an address', path: ['z1', 'url'], value: 'https://token@host/x', secret: true },
    { note: 'an @ in the path of an address', path: ['z1', 'url'], value: 'https://host/@who', secret: false },
    { note: 'a SIP address', path: ['z1', 'url'], value: 'sip:who@host', secret: false },
    { note: 'a token in a query', path: ['z1', 'url'], value: 'https://h/x?a=1&access_token=made-up', secret: true },
    { note: 'a key in a query', path: ['z1', 'url'], value: 'https://h/x?key=made-up#y', secret: true },
    { note: 'a signed address', path: ['z1', 'url'], value: 'https://h/x?sv=1&sig=made-up', secret: true },
    { note: 'an empty token in a query', path: ['z1', 'url'], value: 'https://h/x?token=', secret: false },
    { note: 'a query without a credential', path: ['z1', 'url'], value: 'https://h/x?tn={{number}}', secret: false },
    { note: 'any value in a query', path: ['z1', 'url'], value: 'https://h/x?tag=made-up', secret: true },
    { note: 'an address that is masked', path: ['z1', 'url'], value: 'https://•••@h/x?key=•••', secret: false },
    { note: 'user information later on', path: ['z1', 'via'], value: 'see smtp://who:what@host', secret: true },
    { note: 'a token within a text', path: ['z1', 'help'], value: 'ask https://h/?api_key=made-up now', secret: true },
    { note: 'an address within a text', path: ['z1', 'help'], value: 'read https://h/?page=2 first', secret: false },
    {
      note: 'a link with a place for a token',
      path: ['z1', 'html'],
      value: '<a href="https://h/?token={{t}}">',
      secret: false,
    },
    {
      note: 'a connection string of Azure',
      path: ['z1', 'store'],
      value: 'DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=made-up==;EndpointSuffix=h',
      secret: true,
    },
    {
      note: 'a shared access signature',
      path: ['z1', 'bus'],
      value: 'SharedAccessSignature=sv=1&sig=made-up',
      secret: true,
    },
    {
      note: 'a shared access key',
      path: ['z1', 'bus'],
      value: 'Endpoint=sb://h/;SharedAccessKey=made-up',
      secret: true,
    },
    {
      note: 'the name of a key',
      path: ['z1', 'bus'],
      value: 'Endpoint=sb://h/;SharedAccessKeyName=root',
      secret: false,
    },
    {
      note: 'a connection string of ODBC',
      path: ['z1', 'db'],
      value: 'Server=h;Uid=u;Password = made-up',
      secret: true,
    },
    { note: 'a connection string of libpq', path: ['z1', 'db'], value: 'host=h user=u password=made-up', secret: true },
    {
      note: 'a password among parameters',
      path: ['z1', 'db'],
      value: 'jdbc:sqlserver://h;user=u;pwd=made-up',
      secret: true,
    },
    { note: 'options', path: ['z1', 'gs'], value: '-q -r200x200 -sDEVICE=tiffg4 -sOutputFile=$TO', secret: false },
    { note: 'weights', path: ['z1', 'accept'], value: 'text/html,application/xml;q=0.9,*/*;q=0.8', secret: false },
    { note: 'basic authorization', path: ['z1', 'header'], value: 'Basic d2hvOndoYXQ=', secret: true },
    { note: 'a whole header', path: ['z1', 'extra'], value: 'X-Auth: Basic d2hvOndoYXQ=', secret: true },
    { note: 'a bearer token', path: ['z1', 'header'], value: 'Bearer eyJ0.made-up.1', secret: true },
    { note: 'a way to sign in', path: ['z1', 'scheme'], value: 'Basic authentication', secret: false },
    { note: 'what carries something', path: ['z1', 'note'], value: 'bearer of bad news', secret: false },
    { note: 'a text in an object of that name', path: ['z1', 'password', 'value'], value: 'x', secret: true },
    { note: 'whatever its name there', path: ['z1', 'password', 'name'], value: 'x', secret: true },
    { note: 'deeper', path: ['z1', 'api_key', 'a', 'b', '0'], value: 'x', secret: true },
    { note: 'a number in it', path: ['z1', 'password', 'value'], value: 4711, secret: true },
    { note: 'a limit in it', path: ['z1', 'password', 'min_length'], value: 8, secret: false },
    { note: 'a switch in it', path: ['z1', 'password', 'enabled'], value: true, secret: false },
    { note: 'a number in an object of a token', path: ['z1', 'token', 'costs'], value: 35, secret: false },
    {
      note: 'a private key, whatever its name',
      path: ['z1', 'ssl_key'],
      value: '-----BEGIN RSA PRIVATE KEY-----\nmade-up',
      secret: true,
    },
    {
      note: 'a certificate authority',
      path: ['z1', 'ssl_ca_cert'],
      value: '-----BEGIN CERTIFICATE-----',
      secret: false,
    },
  ]) {
    it(`${secret ? 'is' : 'is not'}: ${note}`, () => expect(isConfigSecret(path, value)).toBe(secret))
  }
})

const storage: JsonObject = {
  attachments: {
    [uuid('a')]: { handler: 's3', name: 'S3', settings: { bucket: 'calls', key: 'made-up-id', secret: 'made-up' } },
    [uuid('b')]: { handler: 'azure', settings: { account: 'acme', container: 'c', key: 'made-up' } },
    [uuid('c')]: { handler: 'http', settings: { url: 'https://who:what@host.example/in', verb: 'put' } },
    [uuid('d')]: { handler: 'http', settings: { url: 'https://host.example/in' } },
    [uuid('e')]: { handler: 'dropbox', settings: { oauth_doc_id: 'dropbox-1', field_list: [{ const: 'key' }] } },
    [uuid('f')]: {
      handler: 'ftp',
      settings: { password: 7, key: 'made-up', folder_base_path: 'x', access_token: 'made-up' },
    },
  },
  connections: {
    local: {},
    [uuid('1')]: {
      driver: 'kazoo_couch',
      settings: { ip: '10.0.0.1', credentials: { username: 'u', password: 12345 } },
    },
    [uuid('2')]: { driver: 'kazoo_couch', settings: { ip: '10.0.0.1', credentials: { username: 'u', password: 'p' } } },
    [uuid('3')]: { driver: 'kazoo_couch', settings: { ip: '10.0.0.1', credentials: { username: 'u', password: '' } } },
  },
  plan: {
    modb: {
      attachments: { handler: uuid('a'), params: { folder_path: 'x', key: 'made-up-id' } },
      types: { fax: { attachments: { handler: uuid('b'), params: { key: 'made-up' } } } },
    },
  },
}

describe(isStorageSecret, () => {
  it('finds every credential of a storage document and nothing else', () => {
    expect(secretLeaves(storage, isStorageSecret)).toEqual([
      `/attachments/${uuid('a')}/settings/secret`,
      `/attachments/${uuid('b')}/settings/key`,
      `/attachments/${uuid('c')}/settings/url`,
      `/attachments/${uuid('f')}/settings/password`,
      `/attachments/${uuid('f')}/settings/key`,
      `/attachments/${uuid('f')}/settings/access_token`,
      `/connections/${uuid('1')}/settings/credentials/password`,
      `/connections/${uuid('2')}/settings/credentials/password`,
      '/plan/modb/types/fax/attachments/params/key',
    ])
  })

  it('takes the key of a back-end whose handler is not known for one', () => {
    const draft = { attachments: { [uuid('a')]: { settings: { key: 'x' } } } }
    expect(isStorageSecret(['attachments', uuid('a'), 'settings', 'key'], 'x', draft)).toBe(true)
  })

  it('takes the key of a rule for one whose back-end another layer names', () => {
    const draft = { plan: { modb: { attachments: { params: { key: 'x' } } } } }
    expect(isStorageSecret(['plan', 'modb', 'attachments', 'params', 'key'], 'x', draft)).toBe(true)
  })
})

describe(secretLeaves, () => {
  it('names leaves by JSON Pointer', () => {
    expect(secretLeaves({ default: { 'a/b': { tokens: ['x', 'y'] } } }, isConfigSecret)).toEqual([
      '/default/a~1b/tokens/0',
      '/default/a~1b/tokens/1',
    ])
  })
})
