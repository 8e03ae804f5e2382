import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob'

const require = createRequire(import.meta.url)

export const azureAccount = 'inventedaccount'
export const azureKey = Buffer.from('an invented key of an invented account').toString('base64')
export const azureContainer = 'invented-container'

/** The emulator of Azure Blob storage, with one account and one container in it. */
export interface AzureServer {
  readonly url: string
  /** Names of the blobs that are there. */
  blobs(): Promise<string[]>
  stop(): Promise<void>
}

export async function startAzureServer(): Promise<AzureServer> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-azure-'))
  const main = require.resolve('azurite/dist/src/blob/main.js')
  const options = ['--location', folder, '--blobHost', '127.0.0.1', '--blobPort', '0']
  const child = spawn(process.execPath, [main, ...options, '--skipApiVersionCheck', '--loose', '--disableTelemetry'], {
    env: { ...process.env, AZURITE_ACCOUNTS: `${azureAccount}:${azureKey}` },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const url = `${await addressOf(child)}/${azureAccount}`
  const service = new BlobServiceClient(url, new StorageSharedKeyCredential(azureAccount, azureKey))
  const container = service.getContainerClient(azureContainer)
  await container.create()
  return {
    url,
    async blobs() {
      const names: string[] = []
      for await (const { name } of container.listBlobsFlat()) names.push(name)
      return names
    },
    async stop() {
      const exited = once(child, 'exit')
      child.kill()
      await exited
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The emulator has no output.')
  for await (const line of createInterface(stdout)) {
    const address = /listen\w* (?:at|on) (http:\/\/\S+)/.exec(line)?.[1]
    if (address !== undefined && !address.endsWith(':0')) return address.replace(/\/$/, '')
  }
  throw new Error('The emulator ended before it listened.')
}
