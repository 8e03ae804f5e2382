import type { SignIn } from './sign-in.ts'

export interface Cookie {
  readonly name: string
  readonly value: string
}

/** Signs in as the form does, and gives the cookie that the browser would keep. */
export async function openSession(url: string, { account, username, password }: SignIn): Promise<Cookie> {
  const response = await fetch(`${url}/console/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ data: { account_name: account, username, password } }),
  })
  const [pair = ''] = (response.headers.getSetCookie()[0] ?? '').split(';')
  const [name = '', value = ''] = pair.split('=')
  if (!response.ok || value === '') throw new Error(`No session for ${username}: ${await response.text()}`)
  return { name, value }
}
