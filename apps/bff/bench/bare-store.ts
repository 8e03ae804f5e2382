import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonObject } from '@strata/json'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import { type Figures, figuresOf } from './figures.ts'

/** Milliseconds that each loop runs. */
const DURATION = 5000
const CONCURRENCY = 10

/** Reads and writes of one document on the embedded store with nothing above it. */
export async function measureBareStore(fields: JsonObject): Promise<{ read: Figures; write: Figures }> {
  const folder = await mkdtemp(join(tmpdir(), 'strata-bench-'))
  const store = await openEmbeddedStore(folder)
  try {
    await store.create('bench')
    const database = store.database('bench')
    const ids = Array.from({ length: CONCURRENCY }, (_, index) => `document-${index}`)
    const revisions = new Map<string, string>()
    for (const id of ids) revisions.set(id, await database.put({ id, fields, private: {} }))
    const read = await measure(ids, (id) => database.get(id))
    const write = await measure(ids, async (id) => {
      const revision = revisions.get(id)
      revisions.set(
        id,
        await database.put({ id, fields, private: {}, ...(revision === undefined ? {} : { revision }) }),
      )
    })
    return { read, write }
  } finally {
    await store.close()
    await rm(folder, { recursive: true })
  }
}

async function measure(ids: readonly string[], operation: (id: string) => Promise<unknown>): Promise<Figures> {
  const times: number[] = []
  const started = performance.now()
  const loop = async (id: string) => {
    while (performance.now() - started < DURATION) {
      const before = performance.now()
      await operation(id)
      times.push(performance.now() - before)
    }
  }
  await Promise.all(ids.map(loop))
  return figuresOf(times, performance.now() - started)
}
