import { formatPointer, getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { inspect, mergeShallow } from '@strata/layered-config'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { danglingReferences } from './dangling-references.ts'
import { type Decided, decide, isDefined } from './decide.ts'
import { layeredStorage } from './layered-storage.ts'
import { type PlanClass, type PlanRule, planClasses, rulePointer } from './plan-rule.ts'
import { resolveRoute } from './resolve-route.ts'
import { hostileLayers, questions, storageLayers } from './storage.arbitraries.ts'
import { mergedStorage, type StorageLayer } from './storage-layer.ts'
import { plainSettings, type StorageRoute } from './storage-route.ts'

const runs = { numRuns: 300 }

describe('laws of routes', () => {
  it('are what the merged document says, read as KAZOO reads it', () => {
    fc.assert(
      fc.property(storageLayers, questions, (layers, question) => {
        const { connection, backEnd } = resolveRoute(layeredStorage(layers), question)
        const read = readPlainly(layers, question)
        expect(connection.id.value).toBe(read.connection)
        expect(backEnd?.id.value).toBe(read.id)
        expect(backEnd?.mode.value).toBe(read.mode)
        expect(backEnd?.handler?.value).toBe(read.handler)
        expect(backEnd && plainSettings(backEnd)).toEqual(read.settings)
      }),
      runs,
    )
  })

  it('a route without problems names nothing undefined', () => {
    fc.assert(
      fc.property(fc.oneof(storageLayers, hostileLayers), questions, (layers, question) => {
        const { problems, backEnd, connection } = resolveRoute(layeredStorage(layers), question)
        fc.pre(problems.length === 0)
        const merged = mergedStorage(heardBy(layers, question))
        expect(objectAt(merged, '/connections')).toHaveProperty([connection.id.value])
        if (backEnd === undefined) return
        const entry = Object.entries(objectAt(merged, '/attachments')).find(([id]) => id === backEnd.id.value)?.[1]
        expect(entry).toMatchObject({ handler: expect.any(String), settings: expect.any(Object) })
      }),
      runs,
    )
  })

  it('every dangling reference is a problem of the route of its rule', () => {
    fc.assert(
      fc.property(storageLayers, (layers) => {
        for (const { rule, ...reference } of danglingReferences(layeredStorage(layers), '4.3')) {
          const planClass = planClasses.find((known) => known === rule.planClass)
          if (planClass === undefined || planClass === 'system' || planClass === 'aggregate') continue
          expect(resolveRoute(layeredStorage(layers), { planClass, type: rule.type }).problems).toContainEqual(
            reference,
          )
        }
      }),
      runs,
    )
  })

  it('documents of any shape are answered', () => {
    fc.assert(
      fc.property(hostileLayers, questions, (layers, question) => {
        expect(resolveRoute(layeredStorage(layers), question).connection.id.value).toEqual(expect.any(String))
      }),
      runs,
    )
  })

  it('the layer that decided a part holds its value, if documents hold no nulls', () => {
    fc.assert(
      fc.property(storageLayers, questions, (layers, question) => {
        for (const { value, by } of rawParts(resolveRoute(layeredStorage(layers), question))) {
          if (by === undefined) continue
          const own = getAt(layers.find(({ name }) => name === by.layer)?.values, by.pointer)
          if (isJsonObject(value)) expect(isJsonObject(own)).toBe(true)
          else expect(own).toEqual(value)
        }
      }),
      runs,
    )
  })

  it('a layer on top that says nothing changes nothing', () => {
    const silent = fc.constantFrom<JsonObject>(
      {},
      { plan: {} },
      { attachments: { b1: {} }, plan: { modb: { types: {} } } },
    )
    fc.assert(
      fc.property(storageLayers, questions, silent, (layers, question, values) => {
        const below = layers.filter(({ name }) => name !== 'user')
        const above = [...below, { name: 'user' as const, values }]
        expect(told(resolveRoute(layeredStorage(above), question))).toEqual(
          told(resolveRoute(layeredStorage(below), question)),
        )
      }),
      runs,
    )
  })

  // A null takes away without being seen to decide, a hidden setting still makes the back-end complete, and having a plan
  // for aggregates decides that it is asked.
  it('a document that decided nothing can go, without nulls, hidden settings and aggregates', () => {
    fc.assert(
      fc.property(storageLayers, questions, (layers, question) => {
        const route = resolveRoute(layeredStorage(layers), question)
        fc.pre(question.planClass !== 'aggregate' && !hidesSettings(layers, route))
        const deciding = new Set(allParts(route).map(({ by }) => by?.layer))
        for (const { name } of layers) {
          if (name === 'built-in' || deciding.has(name)) continue
          const without = layers.filter((layer) => layer.name !== name)
          expect(told(resolveRoute(layeredStorage(without), question))).toEqual(told(route))
        }
      }),
      runs,
    )
  })
})

describe(decide, () => {
  it('says what inspecting the whole documents says', () => {
    const pointers = fc.constantFrom(
      '/plan/modb/connection',
      '/plan/modb/types/fax/attachments/params',
      '/attachments/b1/settings/bucket',
      '/attachments/b1',
      '/plan',
    )
    fc.assert(
      fc.property(hostileLayers, pointers, (layers, pointer) => {
        const { effective, setBy } = inspect(layers, pointer)
        const decision = decide(layers, pointer, 'class')
        // A list has no keys here, while a pointer leads into it.
        fc.pre(decision !== undefined || !JSON.stringify(mergedStorage(layers)).includes('['))
        expect(decision?.value).toEqual(effective)
        expect(decision?.by.layer).toBe(effective === undefined ? undefined : setBy)
      }),
      runs,
    )
  })
})

describe(isDefined, () => {
  it('tells whether the merged document has an object there', () => {
    const pointers = fc.constantFrom('/plan/modb', '/plan/aggregate', '/attachments/b1', '/plan/modb/types/fax')
    fc.assert(
      fc.property(hostileLayers, pointers, (layers, pointer) => {
        expect(isDefined(layers, pointer)).toBe(isJsonObject(getAt(mergedStorage(layers), pointer)))
      }),
      runs,
    )
  })
})

/** The rules of kzs_plan, written down on the merged document without any regard to layers. */
function readPlainly(layers: readonly StorageLayer[], { planClass, type }: PlanRule<PlanClass>) {
  const merged = mergedStorage(heardBy(layers, { planClass, type }))
  const hasAggregate = isJsonObject(getAt(merged, '/plan/aggregate'))
  const rule =
    planClass === 'aggregate' && !hasAggregate ? { planClass: 'system', type: undefined } : { planClass, type }
  const ofClass = objectAt(merged, rulePointer({ ...rule, type: undefined }))
  const ofType = rule.type === undefined ? {} : objectAt(merged, rulePointer(rule))
  const attachments = mergeShallow(objectAt(ofClass, '/attachments'), objectAt(ofType, '/attachments'))
  const connection = ofType.connection ?? ofClass.connection ?? 'local'
  if (typeof attachments.handler !== 'string') return { connection }
  const defined = objectAt(merged, '/attachments')
  const named = Object.hasOwn(defined, attachments.handler) ? defined[attachments.handler] : {}
  const entry = isJsonObject(named) ? named : {}
  return {
    connection,
    id: attachments.handler,
    mode: attachments.stub === true ? 'stub' : 'external',
    handler: entry.handler,
    settings: mergeShallow(objectAt(entry, '/settings'), objectAt(attachments, '/params')),
  }
}

function heardBy(layers: readonly StorageLayer[], { planClass }: PlanRule<PlanClass>): StorageLayer[] {
  const isOfSystem = planClass === 'system' || planClass === 'aggregate'
  return layers.filter(({ name }) => !isOfSystem || name === 'built-in' || name === 'system')
}

function hidesSettings(layers: readonly StorageLayer[], { backEnd }: StorageRoute): boolean {
  const settings = formatPointer(['attachments', backEnd?.id.value ?? '', 'settings'])
  const own = Object.keys(objectAt(mergedStorage(layers), settings))
  return own.some((key) => Object.hasOwn(backEnd?.params?.value ?? {}, key))
}

function objectAt(value: JsonValue, pointer: string): JsonObject {
  const found = getAt(value, pointer)
  return isJsonObject(found) ? found : {}
}

/** A route with its settings as values. */
function told({ backEnd, ...route }: StorageRoute) {
  if (backEnd === undefined) return route
  const { setting, settings, ...parts } = backEnd
  return { ...route, ...parts, settings: settings() }
}

function allParts({ connection, backEnd, database }: StorageRoute): Decided[] {
  return [
    connection.id,
    connection.name,
    connection.host,
    connection.port,
    backEnd?.id,
    backEnd?.handler,
    backEnd?.name,
    backEnd?.mode,
    backEnd?.params,
    ...Object.values(backEnd?.settings() ?? {}),
    database.createOptions,
    database.names,
  ].filter((part) => part !== undefined)
}

/** The parts whose value is told as it is stored. */
function rawParts(route: StorageRoute): Decided[] {
  return allParts(route).filter((part) => part !== route.backEnd?.mode)
}
