import { isJsonObject, type JsonObject } from '@strata/json'
import type { Context } from '#bff/context.ts'
import { members } from './filling.ts'
import type { SignedIn } from './messages.ts'
import { http, id } from './storage-shapes.ts'

/** Bytes of one document: as many as bodies could bring before there were limits. */
const bytes = 900_000

const url = 'http://127.0.0.1:9/'
const s3 = (n: number): JsonObject => ({ handler: 's3', settings: { bucket: `b${n}`, key: `k${n}`, secret: `s${n}` } })

/** Documents far above what may be stored today. */
const kinds = {
  types: () => ({
    plan: {
      modb: { types: members(bytes, 75, (n) => [`type_${n}`, { attachments: { stub: true }, connection: 'local' }]) },
    },
  }),
  addresses: () => ({
    plan: {
      modb: {
        types: members(bytes, 110, (n) => [`type_${n}`, { attachments: { handler: id(1), params: { url } } }]),
      },
    },
  }),
  settings: () => ({
    attachments: { [id(1)]: http(members(bytes / 3, 12, (n) => [`s${n}`, n])) },
    plan: {
      modb: {
        attachments: { handler: id(1), params: members(bytes / 3, 12, (n) => [`s${n}`, n]) },
        types: members(bytes / 3, 40, (n) => [`type_${n}`, { attachments: {} }]),
      },
    },
  }),
  'back-ends': () => ({ attachments: members(bytes, 120, (n) => [id(n), n % 2 === 0 ? s3(n) : http()]) }),
} satisfies Record<string, () => JsonObject>

export type StoredKind = keyof typeof kinds

export const storedKinds: readonly StoredKind[] = ['types', 'addresses', 'settings', 'back-ends']

/**
 * Gives the function that makes the demo's documents of one account, its users and its reseller's plans that large, and
 * so again where they were changed meanwhile. Written as the store has them: no request could.
 */
export async function largeDocuments(kind: StoredKind, { store }: Context, callers: readonly SignedIn[]) {
  const user = callers.find(({ level }) => level === 'user')
  const reseller = callers.find(({ level }) => level === 'reseller-admin')
  if (user === undefined || reseller === undefined) throw new Error('no user or reseller in the demo')
  const { accountId } = user
  const database = store.database('system_data')
  const plans = (await database.range())
    .filter(({ private: hidden }) => hidden.type === 'storage_plan' && hidden.account_id === reseller.accountId)
    .map((plan) => plan.id)
  const fields: JsonObject = kinds[kind]()
  const lending = {
    ...fields,
    attachments: { ...(isJsonObject(fields.attachments) ? fields.attachments : {}), [id(1)]: s3(1) },
  }
  const written = [
    { id: accountId, private: { type: 'storage', account_id: accountId, plan_id: plans[0] ?? null }, fields },
    ...[user.userId, id(1001), id(1002)].map((userId) => ({
      id: userId,
      private: { type: 'storage', account_id: accountId },
      fields,
    })),
    ...plans.map((planId) => ({
      id: planId,
      private: { type: 'storage_plan', account_id: reseller.accountId },
      fields: lending,
    })),
  ]
  const revisions = new Map<string, string>()
  return async () => {
    for (const document of written) {
      const revision = (await database.get(document.id))?.revision
      if (revision !== undefined && revision === revisions.get(document.id)) continue
      const replaced = revision === undefined ? {} : { revision }
      revisions.set(document.id, await database.put({ ...document, ...replaced }))
    }
  }
}
