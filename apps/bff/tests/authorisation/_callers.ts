import { accountDatabase } from '#bff/accounts/account-database.ts'
import { issueToken } from '#bff/auth/issue-token.ts'
import { ACCOUNTS, type AccountKey, apiKeyOf, type Caller, passwordOf, type TestApp, USERS } from '../_app.ts'
import type { Standing } from './_rules.ts'

/** The accounts that paths address, each with the user that they name. */
export const targets = {
  acme: 'account-user',
  branch: 'branch-admin',
  moved: 'moved-admin',
  reseller: 'reseller-user',
} as const satisfies Partial<Record<AccountKey, Caller>>

export type Target = keyof typeof targets

/** One kind of caller, what it is to each target, and what it sends. */
export interface MatrixCaller {
  readonly name: string
  readonly standing: Readonly<Record<Target, Standing>>
  /** Where the path has no account. */
  readonly anywhere: Standing
  readonly headers: Readonly<Record<string, string>>
  /** A browser whose page does not prove that it is Strata's: it may only read, of the console or at all. */
  readonly isForged?: 'console' | 'all'
}

type Standings = Pick<MatrixCaller, 'standing' | 'anywhere'>

const everywhere = (standing: Standing): Standings => ({
  anywhere: standing,
  standing: { acme: standing, branch: standing, moved: standing, reseller: standing },
})

const at = (anywhere: 'own admin' | 'own user', standing: Partial<MatrixCaller['standing']>): Standings => {
  const elsewhere = anywhere === 'own admin' ? 'foreign admin' : 'foreign user'
  return { anywhere, standing: { ...everywhere(elsewhere).standing, ...standing } }
}

const ofReseller = at('own admin', {
  acme: 'reseller admin',
  branch: 'reseller admin',
  moved: 'reseller admin beside',
  reseller: 'own admin',
})
const ofAcme = at('own admin', { acme: 'own admin', branch: 'ancestor admin' })

/** Every kind of caller, with what proves who it is. What was once good and is not any more is among them. */
export async function matrixCallers(app: TestApp): Promise<MatrixCaller[]> {
  const expired = await tokenOf(app, 'acme', await addUser(app, 'acme', 'admin'))
  app.wait(4000)
  await addRival(app)
  const disabled = await addUser(app, 'acme', 'admin')
  const removed = await addUser(app, 'acme', 'admin')
  const [tokenOfDisabled, tokenOfRemoved] = [await tokenOf(app, 'acme', disabled), await tokenOf(app, 'acme', removed)]
  await disable(app, 'acme', disabled)
  await remove(app, 'acme', removed)
  const good = await tokenOf(app, 'acme', USERS['account-admin'].id)
  const cookie = await cookieOf(app, 'account-admin')
  const known = async (caller: Caller) => token(await tokenOf(app, USERS[caller].account, USERS[caller].id))
  const made = async (account: AccountKey, level: 'admin' | 'user') =>
    token(await tokenOf(app, account, await addUser(app, account, level)))

  const nobody = everywhere('nobody')
  return [
    { name: 'anyone', ...nobody, headers: {} },
    { name: 'a text that is no token', ...nobody, headers: token('invented') },
    {
      name: 'a token with another signature',
      ...nobody,
      headers: token(good.replace(/\.[^.]*$/, `.${'A'.repeat(342)}`)),
    },
    { name: 'an expired token', ...nobody, headers: token(expired) },
    { name: 'a user who was disabled', ...nobody, headers: token(tokenOfDisabled) },
    { name: 'a user who was removed', ...nobody, headers: token(tokenOfRemoved) },
    {
      name: 'a browser on the page of another',
      ...nobody,
      headers: { cookie, origin: 'https://elsewhere.example' },
      isForged: 'console',
    },
    { name: 'an admin of the master account', ...everywhere('superduper'), headers: await known('superduper') },
    { name: 'a plain user of the master account', ...everywhere('superduper'), headers: await made('master', 'user') },
    { name: 'an admin of the reseller', ...ofReseller, headers: await known('reseller-admin') },
    { name: 'the API key of the reseller', ...ofReseller, headers: token(await tokenOfKey(app, 'reseller')) },
    {
      name: 'a plain user of the reseller',
      ...at('own user', {
        acme: 'reseller user',
        branch: 'reseller user',
        moved: 'reseller user beside',
        reseller: 'own user itself',
      }),
      headers: await known('reseller-user'),
    },
    {
      name: 'an admin of another reseller',
      ...at('own admin', {}),
      headers: token(await tokenOf(app, rival.id, rival.userId)),
    },
    { name: 'an admin of the account', ...ofAcme, headers: await known('account-admin') },
    { name: 'the API key of the account', ...ofAcme, headers: token(await tokenOfKey(app, 'acme')) },
    { name: "an admin's browser whose page does not prove itself", ...ofAcme, headers: { cookie }, isForged: 'all' },
    {
      name: 'the user in the path',
      ...at('own user', { acme: 'own user itself', branch: 'ancestor user' }),
      headers: await known('account-user'),
    },
    {
      name: 'another plain user of the account',
      ...at('own user', { acme: 'own user', branch: 'ancestor user' }),
      headers: await made('acme', 'user'),
    },
    {
      name: 'an admin of the account below',
      ...at('own admin', { branch: 'own admin' }),
      headers: await known('branch-admin'),
    },
    {
      name: 'an admin of an account beside',
      ...at('own admin', { moved: 'own admin' }),
      headers: await known('moved-admin'),
    },
    { name: 'an admin of a foreign account', ...at('own admin', {}), headers: await known('stranger-admin') },
  ]
}

const rival = { id: '6f'.repeat(16), userId: 'a9'.repeat(16) }

function token(text: string): Record<string, string> {
  return { 'x-auth-token': text }
}

async function tokenOf({ context: { accounts, auth } }: TestApp, key: string, userId: string): Promise<string> {
  const id = key in ACCOUNTS ? ACCOUNTS[key as AccountKey].id : key
  const [account, user] = [await accounts.get(id), await auth.users.get(id, userId)]
  if (account === undefined || user === undefined) throw new Error(`There is no user ${userId} in ${key}.`)
  return issueToken(auth, { account, user, method: 'cb_user_auth' })
}

async function tokenOfKey(app: TestApp, key: AccountKey): Promise<string> {
  return String((await app.anyone.put('/v2/api_auth', { api_key: apiKeyOf(key) })).body.auth_token)
}

async function cookieOf(app: TestApp, caller: Caller): Promise<string> {
  const { headers } = await app.anyone.post('/console/session', {
    username: caller,
    password: passwordOf(caller),
    account_name: ACCOUNTS[USERS[caller].account].name,
  })
  const cookies = headers.getSetCookie().map((line) => line.split(';')[0])
  return cookies.join('; ')
}

async function addUser(app: TestApp, key: string, level: string, userId = app.context.newId()): Promise<string> {
  const id = key in ACCOUNTS ? ACCOUNTS[key as AccountKey].id : key
  await app.store.database(accountDatabase(id)).put({
    id: userId,
    fields: { username: userId, enabled: true, priv_level: level },
    private: { type: 'user', account_id: id, signature_secret: `invented ${userId}` },
  })
  return userId
}

async function disable(app: TestApp, key: AccountKey, userId: string): Promise<void> {
  const database = app.store.database(accountDatabase(ACCOUNTS[key].id))
  const user = await database.get(userId)
  if (user !== undefined) await database.put({ ...user, fields: { ...user.fields, enabled: false } })
  app.context.auth.users.forget(ACCOUNTS[key].id, userId)
}

async function remove(app: TestApp, key: AccountKey, userId: string): Promise<void> {
  const database = app.store.database(accountDatabase(ACCOUNTS[key].id))
  const user = await database.get(userId)
  if (user !== undefined) await database.remove(userId, user.revision)
  app.context.auth.users.forget(ACCOUNTS[key].id, userId)
}

/** A second reseller below the master account, with one admin. */
async function addRival(app: TestApp): Promise<void> {
  const { id, userId } = rival
  const hidden = {
    type: 'account',
    account_id: id,
    tree: [ACCOUNTS.master.id],
    enabled: true,
    reseller: true,
    reseller_id: ACCOUNTS.master.id,
    signature_secret: 'invented',
  }
  await app.store.create(accountDatabase(id))
  await app.store.database('accounts').put({ id, fields: { name: 'Reseller Two' }, private: hidden })
  await addUser(app, id, 'admin', userId)
}
