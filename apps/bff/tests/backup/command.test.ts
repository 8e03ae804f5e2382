import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import { temporaryFolder } from '../_stores.ts'

const script = fileURLToPath(new URL('../../dist/strata.js', import.meta.url))

describe('pnpm strata', () => {
  let folder: string
  beforeAll(async () => {
    folder = await temporaryFolder()
    const store = await openEmbeddedStore(join(folder, 'data'))
    await store.create('a')
    await store.close()
  })
  afterAll(() => rm(folder, { recursive: true }))

  function run(args: string[], environment: Record<string, string> = {}) {
    const env = { PATH: process.env.PATH, STRATA_DATA_DIR: join(folder, 'data'), ...environment }
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { env })
    return { status, out: stdout.toString(), err: stderr.toString() }
  }

  it('does what it is told and says so', () => {
    const file = join(folder, 'file')
    expect(run(['backup', file])).toEqual({
      status: 0,
      out: `Saved 1 database with 0 documents and 0 attachments in ${file}. It holds every secret of the store: keep it as such.\n`,
      err: '',
    })
  })

  it('that cannot be done says why in one line, with status 1', () => {
    const { status, out, err } = run(['restore', join(folder, 'none')], { STRATA_DATA_DIR: join(folder, 'other') })
    expect([status, out, err]).toEqual([1, '', `There is no file ${join(folder, 'none')}.\n`])
  })

  for (const { note, args, environment = {} } of [
    { note: 'without a command', args: [] },
    { note: 'with a command that is none', args: ['toString'] },
    { note: 'without a file', args: ['backup'] },
    { note: 'with two files', args: ['restore', 'a', 'b'] },
    { note: 'with an option that is none', args: ['backup', 'a', '--fast'] },
    { note: 'with an option without its value', args: ['backup', 'a', '--server'] },
    { note: 'with a token for no server', args: ['backup', 'a', '--token', 'T'] },
    { note: 'with a server and no token', args: ['backup', 'a', '--server', 'http://localhost:1'] },
    { note: 'with a server that is none', args: ['backup', 'a', '--server', 'ftp://x', '--token', 'T'] },
    { note: 'with a wrong variable', args: ['backup', 'a'], environment: { STRATA_COUCHDB_URL: 'nowhere' } },
  ]) {
    it(`${note} says in one line how it is used, with status 2`, () => {
      const { status, out, err } = run(args, environment)
      expect([status, out]).toEqual([2, ''])
      expect(err).toMatch(/^[^\n]*(pnpm strata|STRATA_)[^\n]*\n$/)
    })
  }
})
