import { randomInt } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbeddedStore } from '#bff/couch/embedded/embedded-store.ts'
import { proofTimeout, roundsOf } from '../../../../scripts/rounds.ts'
import { temporaryFolder } from '../_stores.ts'
import { contentOf, type Intent, type Said } from './_eight-writers.ts'
import { startWriting } from './_writing-process.ts'

/** What is known of a document: its number, and the revision where somebody was told of it. */
interface Known {
  readonly number: number | undefined
  readonly revision: string | undefined
}

/** Takes what was said into `known`. Gives the steps that were begun and not acknowledged. */
function learn(known: Map<string, Known>, lines: readonly string[]): (readonly Intent[])[] {
  const begun = new Map<number, readonly Intent[]>()
  for (const { writer, begins, revisions } of lines.map((line) => JSON.parse(line) as Said)) {
    if (begins !== undefined) {
      begun.set(writer, begins)
      continue
    }
    for (const [index, { id, number }] of (begun.get(writer) ?? []).entries()) {
      const revision = revisions[index]
      if (revision !== null && revision !== undefined) known.set(id, { number, revision })
    }
    begun.delete(writer)
  }
  return [...begun.values()]
}

/** Everything a folder holds, as what is known after it was read. Whatever is half written fails. */
async function readBack(folder: string): Promise<Map<string, Known>> {
  const store = await openEmbeddedStore(folder)
  const database = store.database('written')
  const documents = await database.range()
  for (const { fields, private: hidden } of documents) {
    expect(fields).toEqual(contentOf(Number(fields.number)))
    expect(hidden).toEqual({ number: fields.number })
  }
  const { changes } = await database.changes(undefined)
  const changed = changes.flatMap(({ document }) => document ?? [])
  expect(changed.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(documents)
  expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length)
  await store.close()
  return new Map(documents.map(({ id, revision, fields }) => [id, { number: Number(fields.number), revision }]))
}

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => rm(folder, { recursive: true }))

it('of eight writers that are killed in the middle nothing acknowledged is lost, and nothing is half written', {
  timeout: proofTimeout,
}, async () => {
  let known = new Map<string, Known>()
  let acknowledged = 0
  for (let round = 0; round < roundsOf('apps/bff/tests/store/killed-writers.test.ts'); round++) {
    const writing = await startWriting(folder)
    await setTimeout(randomInt(300))
    const lines = await writing.kill()
    const unfinished = learn(known, lines)
    acknowledged += lines.filter((line) => !line.includes('"begins"')).length

    const found = await readBack(folder)
    for (const step of unfinished) {
      // A step that nobody was told of may be there or not, and then the whole of it.
      const isThere = step.map(({ id, number }) => found.get(id)?.number === number)
      expect(new Set(isThere).size).toBe(1)
      if (!isThere[0]) continue
      for (const { id, number } of step) known.set(id, { number, revision: found.get(id)?.revision })
    }
    const expected = [...known].filter(([, { number }]) => number !== undefined)
    expect([...found].toSorted()).toEqual(expected.toSorted())
    known = found
  }
  expect(acknowledged).toBeGreaterThan(100)
})
