import type { NodeJob, NodeReview } from '@strata/api-types'
import type { JsonObject, JsonValue } from '@strata/json'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Store } from '#bff/couch/store.ts'
import { createDocumentWriter } from '#bff/documents/writer.ts'
import { AppError } from '#bff/errors/app-error.ts'
import { resumeJobs, runJob } from '#bff/features/system-configs/nodes/run-job.ts'
import type { Client } from '../_client.ts'
import { STORES, startEmbedded } from '../_stores.ts'
import { type ConfigApp, signInBrowser, startConfigApp } from './_configs.ts'

let ids = 0
const newJobId = () => {
  ids += 1
  return ids.toString(16).padStart(32, '0')
}

for (const { kind, start } of STORES) {
  describe(`a job over the documents of a node, on the ${kind} store`, () => {
    let app: ConfigApp
    let browser: Client
    beforeAll(async () => {
      app = await startConfigApp(start)
      browser = await signInBrowser(app)
    })
    afterAll(() => app.stop())

    // Each test has nodes of its own.
    let from: string
    let to: string
    let names = 0
    beforeEach(() => {
      names += 1
      from = `app@from${names}`
      to = `app@to${names}`
    })

    const review = async (change: JsonObject) =>
      (await browser.post('/console/node_jobs/dry_run', change)).body.data as unknown as NodeReview

    async function begin(change: JsonObject, id = newJobId()): Promise<string> {
      const { changes } = await review(change)
      const reviewed = Object.fromEntries(changes.map(({ category, revision }) => [category, revision]))
      const { status } = await browser.put(`/console/node_jobs/${id}`, { change, reviewed })
      expect(status).toBe(201)
      return id
    }
    const look = async (id: string) => (await browser.get(`/console/node_jobs/${id}`)).body.data as unknown as NodeJob
    async function act(id: string, action: string) {
      expect((await browser.post(`/console/node_jobs/${id}`, { action })).status).toBe(200)
    }
    const untilEnded = (id: string) =>
      vi.waitFor(async () => {
        const job = await look(id)
        expect(job.state).toBe('ended')
        return job
      })
    const outcomes = ({ steps }: NodeJob) => Object.fromEntries(steps.map((step) => [step.category, step.outcome]))
    const zoneOf = async (name: string) => {
      const { nodes } = (await browser.get('/console/topology')).body.data as { nodes: JsonObject[] }
      return nodes.find((node) => node.name === name)?.zone
    }
    async function place(nodes: Record<string, JsonValue>) {
      const { revision, nodes: known } = (await browser.get('/console/topology')).body.data as {
        revision: JsonValue
        nodes: { name: string; zone: JsonValue }[]
      }
      const all = { ...Object.fromEntries(known.map(({ name, zone }) => [name, zone])), ...nodes }
      expect((await browser.post('/console/topology', { base_revision: revision, nodes: all })).status).toBe(200)
    }

    it('clones a node, secrets included, without any of them in an answer; and takes it back', async () => {
      const one = await app.category({ default: { a: 5 }, [from]: { a: 6, api_key: 'invented-secret' } })
      const two = await app.category({ [from]: { flag: true }, [to]: { list: ['x'] } })
      const change = { kind: 'clone', node: from, to, existing: 'merge', zone: 'z2' }
      const foreseen = await review(change)
      expect(foreseen.changes.map(({ category, stored }) => [category, stored.length])).toEqual([
        [one, 2],
        [two, 1],
      ])
      expect(foreseen.topology).toEqual([{ node: to, after: 'z2' }])
      const id = await begin(change)
      const job = await untilEnded(id)
      expect(outcomes(job)).toEqual({ [one]: 'stored', [two]: 'stored', null: 'stored' })
      expect(JSON.stringify([foreseen, job])).not.toContain('invented')
      expect(await app.stored(one)).toEqual({
        default: { a: 5 },
        [from]: { a: 6, api_key: 'invented-secret' },
        [to]: { a: 6, api_key: 'invented-secret' },
      })
      expect(await app.stored(two)).toEqual({ [from]: { flag: true }, [to]: { list: ['x'], flag: true } })
      expect(await zoneOf(to)).toBe('z2')

      await act(id, 'take-back')
      expect(outcomes(await untilEnded(id))).toEqual({ [one]: 'taken-back', [two]: 'taken-back', null: 'taken-back' })
      expect(await app.stored(one)).toEqual({ default: { a: 5 }, [from]: { a: 6, api_key: 'invented-secret' } })
      expect(await app.stored(two)).toEqual({ [from]: { flag: true }, [to]: { list: ['x'] } })
      expect(await zoneOf(to)).toBeUndefined()
    })

    for (const { existing, expected } of [
      { existing: 'merge', expected: { a: 6, flag: true } },
      { existing: 'replace', expected: { a: 6 } },
      { existing: 'skip', expected: { a: 1, flag: true } },
    ]) {
      it(`does as asked with what the target sets already: ${existing}`, async () => {
        const category = await app.category({ [from]: { a: 6 }, [to]: { a: 1, flag: true } })
        const change = { kind: 'clone', node: from, to, existing }
        expect((await review(change)).skipped).toEqual(existing === 'skip' ? [category] : [])
        await untilEnded(await begin(change))
        expect(await app.stored(category)).toMatchObject({ [to]: expected })
        expect(Object.keys(((await app.stored(category))?.[to] as JsonObject) ?? {})).toEqual(Object.keys(expected))
      })
    }

    it('renames a node: one write a document, and the topology follows', async () => {
      await place({ [from]: 'z1' })
      const category = await app.category({ [from]: { a: 6 } })
      await untilEnded(await begin({ kind: 'rename', node: from, to, existing: 'merge' }))
      expect(await app.stored(category)).toEqual({ [to]: { a: 6 } })
      expect((await app.store.database('system_config').get(category))?.revision).toMatch(/^2-/)
      expect([await zoneOf(from), await zoneOf(to)]).toEqual([undefined, 'z1'])
    })

    it('retires a node, and brings it back with its secrets', async () => {
      await place({ [from]: 'z1' })
      const stored = { default: { a: 2 }, [from]: { a: 6, api_key: 'invented-secret' } }
      const category = await app.category(stored)
      const id = await begin({ kind: 'retire', node: from })
      await untilEnded(id)
      expect(await app.stored(category)).toEqual({ default: { a: 2 } })
      expect(await zoneOf(from)).toBeUndefined()
      await act(id, 'take-back')
      await untilEnded(id)
      expect(await app.stored(category)).toEqual(stored)
      expect(await zoneOf(from)).toBe('z1')
    })

    it('takes over what another node reads, or lets go of what that one does not set', async () => {
      await place({ [from]: 'z7', [to]: 'z8' })
      const category = await app.category({ z7: { a: 7 }, [to]: { flag: true } })
      const leaves = ['/a', '/flag'].map((pointer) => ({ category, pointer, into: 'other' }))
      await untilEnded(await begin({ kind: 'take', node: from, other: to, leaves }))
      expect(await app.stored(category)).toMatchObject({ [to]: { a: 7 } })
    })

    it('leaves alone what has changed since the review, names it, and completes it when asked', async () => {
      const [one, two] = [await app.category({ [from]: { a: 6 } }), await app.category({ [from]: { a: 7 } })]
      const change = { kind: 'clone', node: from, to, existing: 'merge' }
      const { changes } = await review(change)
      await browser.post(`/console/system_configs/${two}`, {
        base_revision: changes.find(({ category }) => category === two)?.revision ?? null,
        operations: [{ section: from, pointer: '/a', op: 'set', value: 8 }],
      })
      const reviewed = Object.fromEntries(changes.map(({ category, revision }) => [category, revision]))
      const id = newJobId()
      await browser.put(`/console/node_jobs/${id}`, { change, reviewed })
      expect(outcomes(await untilEnded(id))).toEqual({ [one]: 'stored', [two]: 'conflict' })
      expect(await app.stored(two)).toEqual({ [from]: { a: 8 } })
      await act(id, 'complete')
      expect(outcomes(await untilEnded(id))).toEqual({ [one]: 'stored', [two]: 'stored' })
      expect(await app.stored(two)).toEqual({ [from]: { a: 8 }, [to]: { a: 8 } })
    })

    it('stores nothing in a category whose values are not valid, and hides the secret that is wrong', async () => {
      const [one, two] = [await app.category({ [from]: { a: 6 } }), await app.category({ [from]: { a: 'invented' } })]
      const change = { kind: 'clone', node: from, to, existing: 'merge' }
      expect((await review(change)).refused).toEqual([{ category: two, message: expect.stringContaining('.a: ') }])
      expect(outcomes(await untilEnded(await begin(change)))).toMatchObject({ [one]: 'stored', [two]: 'refused' })
      expect(await app.stored(two)).toEqual({ [from]: { a: 'invented' } })
    })

    it('does not take back what others changed since', async () => {
      const [one, two] = [await app.category({ [from]: { a: 6 } }), await app.category({ [from]: { a: 7 } })]
      const id = await begin({ kind: 'clone', node: from, to, existing: 'merge' })
      await untilEnded(id)
      const { revision } = (await browser.get(`/console/system_configs/${two}`)).body.data as JsonObject
      const operations = [{ section: to, pointer: '/a', op: 'set', value: 9 }]
      await browser.post(`/console/system_configs/${two}`, { base_revision: revision ?? null, operations })
      await act(id, 'take-back')
      expect(outcomes(await untilEnded(id))).toMatchObject({ [one]: 'taken-back', [two]: 'conflict' })
      expect(await app.stored(one)).toEqual({ [from]: { a: 6 } })
      expect(await app.stored(two)).toMatchObject({ [to]: { a: 9 } })
    })

    it('runs once, however often it is sent', async () => {
      const category = await app.category({ [from]: { a: 6 } })
      const change = { kind: 'clone', node: from, to, existing: 'merge' }
      const { changes } = await review(change)
      const reviewed = Object.fromEntries(changes.map(({ category: name, revision }) => [name, revision]))
      const id = newJobId()
      const answers = await Promise.all(
        [1, 2, 3].map(() => browser.put(`/console/node_jobs/${id}`, { change, reviewed })),
      )
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
      await untilEnded(id)
      expect((await app.store.database('system_config').get(category))?.revision).toMatch(/^2-/)
    })

    describe('that is broken off', () => {
      /** A server that dies at the write of a document with this number: before it, or before it hears of it. */
      function dyingAt(number: number, hears: boolean): { store: Store; writes: () => number } {
        let writes = 0
        const store: Store = {
          ...app.store,
          database(name) {
            const database = app.store.database(name)
            return {
              ...database,
              async put(draft) {
                writes += 1
                if (writes > number) throw new AppError('unavailable', 'gone')
                if (writes < number) return database.put(draft)
                if (!hears) await database.put(draft)
                throw new AppError('unavailable', 'gone')
              },
            }
          },
        }
        return { store, writes: () => writes }
      }
      const runnerOn = (store: Store) => {
        const { logger, clock } = app.context
        return { store, documents: createDocumentWriter({ store, node: 'test', clock, logger }) }
      }

      // A document, then its record, then the next document.
      for (const number of [1, 2, 3, 4, 5, 6]) {
        for (const hears of [true, false]) {
          it(`at write ${number}, ${hears ? 'before' : 'after'} it is stored, is finished by the next server, once`, async () => {
            const categories = [await app.category({ [from]: { a: 6 } }), await app.category({ [from]: { a: 7 } })]
            const id = newJobId()
            await begin({ kind: 'clone', node: from, to, existing: 'merge', zone: 'z1' }, id)
            const job = await untilEnded(id)
            // As it stood before its first step.
            await act(id, 'take-back')
            await untilEnded(id)
            const again = newJobId()
            await restart(again, job)
            await expect(runJob(runnerOn(dyingAt(number, hears).store), again)).rejects.toThrow('gone')
            await Promise.all([resumeJobs(runnerOn(app.store)), resumeJobs(runnerOn(app.store))])
            expect(outcomes(await look(again))).toEqual({
              [categories[0] ?? '']: 'stored',
              [categories[1] ?? '']: 'stored',
              null: 'stored',
            })
            for (const category of categories) {
              expect((await app.store.database('system_config').get(category))?.revision).toMatch(/^4-/)
            }
            await act(again, 'take-back')
            expect(new Set(Object.values(outcomes(await untilEnded(again))))).toEqual(new Set(['taken-back']))
            expect(await app.stored(categories[0] ?? '')).toEqual({ [from]: { a: 6 } })
          })
        }
      }

      it('by whoever stops it, ends after the step that runs; the rest is done when asked', async () => {
        const [one, two] = [await app.category({ [from]: { a: 6 } }), await app.category({ [from]: { a: 7 } })]
        const id = await begin({ kind: 'clone', node: from, to, existing: 'merge' })
        const job = await untilEnded(id)
        await act(id, 'take-back')
        await untilEnded(id)
        const again = newJobId()
        await restart(again, job)
        const stopping: Store = {
          ...app.store,
          database(name) {
            const database = app.store.database(name)
            return {
              ...database,
              async put(draft) {
                if (name === 'system_config') await act(again, 'stop')
                return database.put(draft)
              },
            }
          },
        }
        await runJob(runnerOn(stopping), again)
        const stopped = await look(again)
        expect(stopped.state).toBe('stopped')
        expect(Object.values(outcomes(stopped)).sort()).toEqual(['stored', 'waiting'])
        await act(again, 'complete')
        expect(outcomes(await untilEnded(again))).toEqual({ [one]: 'stored', [two]: 'stored' })
        expect(await app.stored(two)).toEqual({ [from]: { a: 7 }, [to]: { a: 7 } })
      })

      /** Stores a job that is not yet begun, on what is stored now. */
      async function restart(id: string, { change }: NodeJob) {
        const { changes } = await review({ ...change } as unknown as JsonObject)
        const own = app.store.database('strata')
        const [first] = (await own.range({ start: 'node_job:', end: 'node_job:\uffff' })).filter(
          ({ fields }) => JSON.stringify(fields.change) === JSON.stringify(change),
        )
        if (first === undefined) throw new Error('The job is not there.')
        const revisions = new Map(changes.map(({ category, revision }) => [category, revision]))
        const steps = (first.fields.steps as JsonObject[]).map((step) => {
          const base = revisions.get(String(step.category)) ?? null
          return {
            category: step.category,
            outcome: 'waiting',
            base,
            before: step.before,
            after: step.after,
          } as JsonObject
        })
        await own.put({
          id: `node_job:${id}`,
          fields: { ...first.fields, back_id: newJobId(), state: 'running', steps },
          private: first.private,
        })
      }
    })
  })
}

describe('a job', () => {
  let app: ConfigApp
  let browser: Client
  beforeAll(async () => {
    app = await startConfigApp(startEmbedded)
    browser = await signInBrowser(app)
  })
  afterAll(() => app.stop())

  const clone = (part: JsonObject) => ({ kind: 'clone', node: 'app@n1', to: 'app@n2', existing: 'merge', ...part })
  for (const { note, change } of [
    { note: 'a zone as the target', change: clone({ to: 'z1' }) },
    { note: 'the node itself', change: clone({ to: 'app@n1' }) },
    { note: 'a name that KAZOO keeps for itself', change: clone({ to: 'pvt_a@b' }) },
    { note: 'a character that nobody sees', change: clone({ to: 'app@n\u200b2' }) },
    { note: 'a slash', change: clone({ to: 'a/b@c' }) },
    { note: 'a name that is too long', change: clone({ to: `${'x'.repeat(300)}@y` }) },
    { note: 'a zone that is a node', change: clone({ zone: 'a@b' }) },
    { note: 'default', change: { kind: 'retire', node: 'default' } },
    { note: 'what it does not know', change: clone({ more: true }) },
    { note: 'nothing to take', change: { kind: 'take', node: 'app@n1', other: 'z1', leaves: [] } },
  ]) {
    it(`refuses ${note}`, async () => {
      expect((await browser.post('/console/node_jobs/dry_run', change)).status).toBe(400)
      expect((await browser.put(`/console/node_jobs/${newJobId()}`, { change, reviewed: {} })).status).toBe(400)
    })
  }

  it('is found by its id alone, and acts only as it can', async () => {
    expect((await browser.get('/console/node_jobs/x')).status).toBe(404)
    expect((await browser.get(`/console/node_jobs/${'f'.repeat(32)}`)).status).toBe(404)
    expect((await browser.post(`/console/node_jobs/${'f'.repeat(32)}`, { action: 'stop' })).status).toBe(404)
    const id = newJobId()
    await browser.put(`/console/node_jobs/${id}`, { change: clone({ zone: 'z1' }), reviewed: {} })
    expect((await browser.post(`/console/node_jobs/${id}`, { action: 'other' })).status).toBe(400)
    expect((await browser.get('/console/node_jobs')).body.data).toMatchObject([{ id }])
  })
})
