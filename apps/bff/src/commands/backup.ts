import { parseArgs } from 'node:util'
import { makeBackup } from '#bff/backup/make-backup.ts'
import { namesIn } from '#bff/backup/names-in.ts'
import { saveBackup } from '#bff/backup/save-backup.ts'
import { type Config, toConfig } from '#bff/config/config.ts'
import { readEnv } from '#bff/config/env.ts'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import type { Store } from '#bff/couch/store.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { type Command, type Environment, UsageError } from './command.ts'
import { fetchBackup } from './fetch-backup.ts'
import { inWords } from './in-words.ts'

/** Saves everything that a store holds, of a running server or of the store in the environment. */
export const backup: Command = {
  usage: 'backup <file> [--server URL --token T]   (the token may be in STRATA_TOKEN instead)',
  async run(args, environment) {
    const { file, server, token } = parse(args, environment)
    const counts =
      server === undefined
        ? await backupOfStore(file, toConfig(readEnv(environment).env))
        : await saveBackup(file, () => fetchBackup(server, token))
    return `Saved ${inWords(counts)} in ${file}. It holds every secret of the store: keep it as such.`
  },
}

function parse(args: string[], { STRATA_TOKEN }: Environment) {
  const options = { server: { type: 'string' }, token: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new UsageError('It takes one file.')
  const { server, token = STRATA_TOKEN } = values
  if (server === undefined && values.token !== undefined) throw new UsageError('A token goes with --server.')
  if (server !== undefined && !token) throw new UsageError('A server wants a token.')
  if (server !== undefined && !/^https?:\/\/[^/@]+\/?$/.test(server)) {
    throw new UsageError('A server is an address such as http://localhost:8000.')
  }
  return { file, server, token: token ?? '' }
}

async function backupOfStore(file: string, config: Config) {
  const store = await openStore(config)
  try {
    return await saveBackup(file, () => makeBackup(store, new Date()))
  } finally {
    await store.close()
  }
}

async function openStore({ couchdbUrl, dataDir }: Config): Promise<Store> {
  if (couchdbUrl !== undefined) return createCouchDbStore(couchdbUrl)
  if ((await namesIn(dataDir)).length === 0) throw new AppError('invalid', `There is no store in ${dataDir}.`)
  return openEmbeddedStore(dataDir).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.kind !== 'unavailable') throw error
    const advice = 'Back it up through that server, with --server and --token, or stop it.'
    throw new AppError('unavailable', `A running Strata has the data folder ${dataDir}. ${advice}`, { cause: error })
  })
}
