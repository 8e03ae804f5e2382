import type { ApiClient } from './api-client.ts'

/** A new account below the caller's, for one test alone. Gives its id. */
export async function createAccount(api: ApiClient, name: string): Promise<string> {
  const { data } = await api.write('PUT', `/v2/accounts/${api.accountId}`, { name })
  return (data as { id: string }).id
}

/** A new user of an account. Gives its id. */
export async function createUser(api: ApiClient, accountId: string, username: string): Promise<string> {
  const { data } = await api.write('PUT', `/v2/accounts/${accountId}/users`, {
    username,
    first_name: 'Invented',
    last_name: 'User',
    password: 'invented-password-of-a-user',
  })
  return (data as { id: string }).id
}
