/**
 * Runs the requests of KAZOO's documents on system configs and storage with `curl` and compares every answer with the
 * printed one. Without options it starts a server of this checkout on an empty store; with `--server URL --token T` it
 * takes that one, which should be an empty one, too: it is written to.
 */
import { parseArgs } from 'node:util'
import { getAt } from '../../packages/json/src/index.ts'
import { curl } from './curl.ts'
import { perform, type Send } from './perform.ts'
import { startServer, type Target } from './server.ts'
import type { Transcript } from './step.ts'
import { storageTranscript } from './storage.ts'
import { systemConfigsTranscript } from './system-configs.ts'

async function target(): Promise<Target> {
  const { server, token } = parseArgs({ options: { server: { type: 'string' }, token: { type: 'string' } } }).values
  if (server === undefined && token === undefined) return startServer()
  if (server === undefined || token === undefined) throw new Error('--server URL and --token T go together.')
  return { url: server.replace(/\/+$/, ''), token, stop: async () => undefined }
}

async function accountOf(send: Send): Promise<string> {
  const { status, body } = await send({ method: 'GET', path: '/v2/token_auth', body: undefined })
  const id = getAt(body, '/data/account_id')
  if (typeof id !== 'string') throw new Error(`The token is not taken: ${status}.`)
  return id
}

/** How many steps differ. */
async function runTranscript(transcript: Transcript, { url, token }: Target): Promise<number> {
  const send: Send = ({ method, path, body }) => curl({ method, url: url + path, token, body })
  const given = { AUTH_TOKEN: token, ACCOUNT_ID: await accountOf(send) }
  let differing = 0
  for await (const { step, faults } of perform(transcript, given, send)) {
    console.log(
      `${faults.length === 0 ? 'same   ' : 'differs'} ${transcript.name}: ${step.name} (${step.method} ${step.path})`,
    )
    for (const fault of faults) console.log(`        ${fault}`)
    if (faults.length > 0) differing += 1
  }
  return differing
}

const server = await target()
try {
  const differing =
    (await runTranscript(systemConfigsTranscript, server)) + (await runTranscript(storageTranscript, server))
  console.log(differing === 0 ? 'Every answer is the printed one.' : `${differing} answers differ.`)
  process.exitCode = differing === 0 ? 0 : 1
} finally {
  await server.stop()
}
