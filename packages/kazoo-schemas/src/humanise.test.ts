import { describe, expect, it } from 'vitest'
import { humanise } from './humanise.ts'

describe(humanise, () => {
  for (const [key, label] of [
    ['acl_request_timeout_ms', 'ACL request timeout'],
    ['acl_request_timeout_fudge_ms', 'ACL request timeout fudge'],
    ['token_auth_expiry_s', 'Token auth expiry'],
    ['user_cache_time_in_ms', 'User cache time'],
    ['record_min_sec', 'Record min'],
    ['crossbar.auth', 'Crossbar auth'],
    ['number_manager.dash_e911', 'Number manager dash E911'],
    ['default', 'Default'],
    ['ssl_ca_cert', 'SSL CA cert'],
    ['subscriber_url', 'Subscriber URL'],
    ['realm_ids', 'Realm IDs'],
    ['enable_t38', 'Enable T38'],
    ['User-Agents', 'User Agents'],
    ['oauth_doc_id', 'OAuth doc ID'],
    ['s3', 'S3'],
    ['aging_expiry_d', 'Aging expiry'],
    ['storage.attachment.google_drive', 'Storage attachment Google drive'],
    ['ms', 'Ms'],
    ['s', 'S'],
    ['_', '_'],
    ['', ''],
    ['fs_cmds', 'FS cmds'],
  ] as const) {
    it(`${key} reads ${label}`, () => expect(humanise(key)).toBe(label))
  }
})
