import { deepEqual, formatPointer, getAt, isJsonObject, type JsonObject, parsePointer } from '@strata/json'
import { secretLeaves } from '@strata/kazoo-schemas'
import type { AccountDirectory } from '#bff/accounts/directory.ts'
import type { Session } from '#bff/auth/session.ts'
import { findOauthDocuments } from '#bff/back-ends/oauth/oauth-documents.ts'
import type { Store, StoredDocument } from '#bff/couch/store.ts'
import { withoutPrivate } from './entries.ts'
import type { StoragePlace } from './place.ts'

const settings: readonly (string | undefined)[] = ['oauth_doc_id', 'oauth_app_id']
const maps: readonly (string | undefined)[] = ['attachments', 'plan']

/** A place of a document that names an OAuth document: in the settings of a back-end, or the `params` of a rule. */
interface OauthUse {
  readonly path: readonly string[]
  readonly name: string
}

/**
 * The places of a document that name an OAuth document which is not there or not for whoever writes to use: one of the
 * account that the document belongs to, of an ancestor of it or of its reseller; superduper admins use any. Which of the two
 * it is, is not told: ids could be guessed.
 * - a back-end or a rule that is stored as it is stays: somebody who might gave it
 */
export async function forbiddenOauthUses(
  document: JsonObject,
  { place, session, stored }: { place: StoragePlace; session: Session; stored: JsonObject },
  { accounts, store }: { accounts: AccountDirectory; store: Store },
): Promise<OauthUse[]> {
  const uses = oauthUses(document).filter(({ path }) => !isStored(path, document, stored))
  if (uses.length === 0) return []
  const [found, mayUse] = await Promise.all([
    findOauthDocuments(
      uses.map(({ name }) => name),
      store,
    ),
    permission(place, session, accounts),
  ])
  return uses.filter((_, index) => !mayUse(found[index]))
}

function oauthUses(document: JsonObject): OauthUse[] {
  const isName = (path: readonly string[]) => maps.includes(path[0]) && settings.includes(path.at(-1))
  return secretLeaves(document, isName).flatMap((pointer) => {
    const name = getAt(document, pointer)
    return typeof name === 'string' ? [{ path: parsePointer(pointer), name }] : []
  })
}

/** Whether the back-end, or what a rule says of one, is the same as before: `_…` keys of it are notes. */
function isStored(path: readonly string[], document: JsonObject, stored: JsonObject): boolean {
  const owner = path.slice(0, -2)
  const [now, before] = [document, stored].map((each) => getAt(each, formatPointer(owner)))
  return isJsonObject(now) && isJsonObject(before) && deepEqual(withoutPrivate(now), withoutPrivate(before))
}

async function permission(place: StoragePlace, session: Session, accounts: AccountDirectory) {
  const account = place.accountId === undefined ? undefined : await accounts.get(place.accountId)
  const owners: readonly unknown[] = account === undefined ? [] : [account.id, ...account.tree, account.resellerId]
  return (found: StoredDocument | undefined) => {
    if (found === undefined) return false
    const { account_id: owner } = found.private
    return session.isSuperduperAdmin || (owner !== undefined && owners.includes(owner))
  }
}
