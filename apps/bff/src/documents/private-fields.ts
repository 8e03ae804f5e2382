import { createHash } from 'node:crypto'
import type { JsonObject } from '@strata/json'
import type { Session } from '#bff/auth/session.ts'
import type { DocumentWrite } from './document-write.ts'
import { toGregorianSeconds } from './gregorian-seconds.ts'

interface Occasion {
  readonly now: Date
  /** Name of this server: KAZOO notes on a config which node saved it. */
  readonly node: string
}

const AUTHOR = ['auth_account_id', 'auth_user_id', 'original_auth_account_id', 'original_auth_owner_id']

/**
 * The private members of a document as KAZOO's API leaves them after a save, named without `pvt_`.
 * - what is stored stays, except what every save renews: when, by which request, by whom
 * - a config belongs to its database; another document to the account it is written for, unless it has an owner already
 * Source: crossbar_doc, kz_doc, kapps_config_doc.
 */
export function privateFields(write: DocumentWrite, { now, node }: Occasion): JsonObject {
  const { before, fields, actor, type } = write
  const kept = { ...withoutAuthor(before?.private ?? {}), ...write.private }
  const seconds = toGregorianSeconds(now)
  const isNew = before === undefined || (type === 'config' && kept.created === undefined)
  return {
    ...(type === 'config' ? { ...kept, ...configFields(fields, node) } : { ...ownership(write), ...kept }),
    type,
    ...(isNew ? { created: seconds } : {}),
    modified: seconds,
    request_id: actor.requestId,
    ...author(actor.session),
    ...(typeof fields.name === 'string' ? { alphanum_name: alphanumeric(fields.name) } : {}),
  }
}

function configFields(fields: JsonObject, node: string): JsonObject {
  const content = JSON.stringify({ public: fields, attachments: {} })
  return {
    vsn: '1',
    account_id: 'system_config',
    account_db: 'system_config',
    node,
    document_hash: createHash('md5').update(content).digest('hex'),
  }
}

function ownership({ database, accountId }: DocumentWrite): JsonObject {
  return {
    vsn: '1',
    ...(accountId === undefined ? {} : { account_id: accountId }),
    account_db: encodeURIComponent(database),
  }
}

function author(session: Session | undefined): JsonObject {
  if (session === undefined) return { is_authenticated: false }
  const { original_account_id: originalAccount, original_owner_id: originalUser } = session.claims
  return {
    is_authenticated: true,
    auth_account_id: session.accountId,
    ...(session.userId === undefined ? {} : { auth_user_id: session.userId }),
    ...(originalAccount === undefined ? {} : { original_auth_account_id: originalAccount }),
    ...(originalUser === undefined ? {} : { original_auth_owner_id: originalUser }),
  }
}

/** Otherwise a save by an API key would keep the user who saved before. */
function withoutAuthor(kept: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(kept).filter(([key]) => !AUTHOR.includes(key)))
}

function alphanumeric(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
