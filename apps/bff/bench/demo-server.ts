import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'

/** The built server on a throwaway store with the sample cluster, in a process of its own. */
export interface DemoServer {
  readonly url: string
  readonly token: string
  stop(): Promise<void>
}

const administrator = { username: 'admin', password: 'bench-only-password', account: 'master' }

export async function startDemoServer(): Promise<DemoServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../dist/main.js'), '--demo'], {
    env: { ...process.env, STRATA_PORT: '0', STRATA_ADMIN_PASSWORD: administrator.password },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await announcedUrl(child)
  return {
    url,
    token: await signIn(url),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Goes on reading afterwards: a full pipe would stop the server. */
function announcedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      if (text.length < 65_536) text += chunk.toString()
      const found = /"url":"(http:[^"]+)"/.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with status ${code}:\n${text}`)))
  })
}

async function signIn(url: string): Promise<string> {
  const { username, password, account } = administrator
  const credentials = createHash('md5').update(`${username}:${password}`).digest('hex')
  const response = await fetch(`${url}/v2/user_auth`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: { credentials, account_name: account } }),
  })
  const body = (await response.json()) as { auth_token?: string }
  if (body.auth_token === undefined) throw new Error(`no token: ${response.status}`)
  return body.auth_token
}
