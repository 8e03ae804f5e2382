import { parseArgs } from 'node:util'
import { restoreToCouchDb, restoreToFolder } from '#bff/backup/restore-backup.ts'
import { toConfig } from '#bff/config/config.ts'
import { readEnv } from '#bff/config/env.ts'
import { createCouchDbStore } from '#bff/couch/couchdb/couchdb-store.ts'
import { type Command, UsageError } from './command.ts'
import { inWords } from './in-words.ts'

/** Puts a backup into the store in the environment, which must hold nothing of it yet. */
export const restore: Command = {
  usage: 'restore <file>   (into STRATA_COUCHDB_URL or STRATA_DATA_DIR)',
  async run(args, environment) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new UsageError('It takes one file.')
    const { couchdbUrl, dataDir } = toConfig(readEnv(environment).env)
    const counts = couchdbUrl === undefined ? await restoreToFolder(file, dataDir) : await intoCouchDb(file, couchdbUrl)
    return `Restored ${inWords(counts)}. Their revisions begin anew; what was signed in before still is.`
  },
}

async function intoCouchDb(file: string, url: string) {
  const store = createCouchDbStore(url)
  try {
    return await restoreToCouchDb(file, store)
  } finally {
    await store.close()
  }
}
