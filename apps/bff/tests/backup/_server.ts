import { credentialOf } from '#bff/auth/passwords.ts'
import { toConfig } from '#bff/config/config.ts'
import { createLogger } from '#bff/logging/logger.ts'
import { type RunningServer, startServer } from '#bff/start/start-server.ts'

export const PASSWORD = 'an-invented-password'

/** A server on a data folder, as an operator's. */
export function serve(dataDir: string, environment: Record<string, string> = {}): Promise<RunningServer> {
  const env = { STRATA_PORT: '0', STRATA_DATA_DIR: dataDir, STRATA_ADMIN_PASSWORD: PASSWORD, ...environment }
  return startServer({
    config: toConfig(env),
    logger: createLogger({ level: 'silent', readable: false, destination: process.stdout }),
    hasTerminal: false,
    version: '0.0.0-test',
    webRoot: undefined,
    beforeListening: async () => undefined,
  })
}

/** The token that its administrator gets. */
export async function signIn({ url }: RunningServer): Promise<string> {
  const credentials = credentialOf('admin', PASSWORD, 'md5').digest
  const response = await fetch(`${url}/v2/user_auth`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ data: { credentials, account_name: 'master' } }),
  })
  const { auth_token: token } = (await response.json()) as { auth_token?: string }
  return token ?? ''
}
