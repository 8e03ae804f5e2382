/** A design document as CouchDB takes it. */
export interface DesignDocument {
  readonly _id: string
  readonly language: 'javascript'
  readonly views: Readonly<Record<string, { readonly map: string }>>
}

/** What rows say of a document. */
const values = {
  account: `var listed = { id: doc._id, name: doc.name, realm: doc.realm, tree: doc.pvt_tree }
  var owner = { account_id: doc._id, account_db: doc.pvt_account_db }`,
  user: 'var user = { owner_id: doc._id, account_id: doc.pvt_account_id }',
}

/**
 * The views of KAZOO that Strata asks or is compared with, by the databases that they lie in; `account` stands for every
 * account's own. Names, keys and values are KAZOO's, the functions are not.
 * - what was removed softly is in none, and only enabled users are in `creds_*`
 * - `descendants_count` and `flags` are left out
 */
export const kazooViews: Readonly<Record<'accounts' | 'account', DesignDocument>> = {
  accounts: design('accounts', 'account', {
    listing_by_children: 'if (doc.pvt_tree.length) emit([doc.pvt_tree[doc.pvt_tree.length - 1], doc.name], listed)',
    listing_by_descendants: 'doc.pvt_tree.forEach(function (ancestor) { emit([ancestor, doc.name], listed) })',
    listing_by_name: "emit(doc.name.toLowerCase().replace(/[^a-z0-9]/g, ''), owner)",
    listing_by_realm: 'emit(doc.realm.toLowerCase(), owner)',
    listing_by_api: 'if (doc.pvt_api_key) emit(doc.pvt_api_key, { account_id: doc._id })',
  }),
  account: design('users', 'user', {
    creds_by_md5: 'if (doc.enabled !== false && doc.pvt_md5_auth) emit(doc.pvt_md5_auth, user)',
    creds_by_sha: 'if (doc.enabled !== false && doc.pvt_sha1_auth) emit(doc.pvt_sha1_auth, user)',
    crossbar_listing: 'emit(doc.username, { id: doc._id, username: doc.username, features: [] })',
  }),
}

function design(name: string, type: keyof typeof values, emits: Readonly<Record<string, string>>): DesignDocument {
  const mapOf = (emit: string) => `function (doc) {
  if (doc.pvt_type !== '${type}' || doc.pvt_deleted) return
  ${values[type]}
  ${emit}
}`
  const views = Object.entries(emits).map(([view, emit]) => [view, { map: mapOf(emit) }] as const)
  return { _id: `_design/${name}`, language: 'javascript', views: Object.fromEntries(views) }
}
