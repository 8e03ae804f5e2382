import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTree } from './config.arbitraries.ts'
import type { KnownNode } from './known-nodes.ts'
import { type EffectGroup, runtimeEffects } from './runtime-effects.ts'

const n1 = { name: 'app@n1', zone: 'z1' }
const n2 = { name: 'app@n2', zone: 'z1' }
const lost = { name: 'app@lost', zone: undefined }
/** `b` has declared properties, everything else is read whole. */
const readsMembers = (pointer: string) => ['/b', '/default'].includes(pointer)
const isDeclared = (pointer: string) => ['/a', '/b', '/default', '/default/x'].includes(pointer)

/** One line per group: who, in which zone, and what they read. */
function lines(
  before: JsonObject,
  after: JsonObject,
  nodes: readonly KnownNode[] = [n1, n2],
): Record<string, string[]> {
  const effects = [...runtimeEffects({ before, after, nodes, readsMembers, isDeclared })]
  return Object.fromEntries(effects.map(({ pointer, groups }) => [pointer, groups.map(line)]))
}

function line({ zone, zoneIs, nodes, others, before, after, unchanged }: EffectGroup): string {
  const who = [...nodes.map((name) => name.replace('app@', '')), ...(others ? ['others'] : [])].join(' ')
  const where = zoneIs === 'irrelevant' ? 'anywhere' : `${zoneIs === 'supposed' ? 'if ' : ''}${zone ?? 'no zone'}`
  const says = (answer: EffectGroup['before']) =>
    answer ? `${JSON.stringify(answer.value)} ${answer.answeredBy}` : 'built-in'
  return `${who} (${where}): ${says(before)} → ${says(after)}${unchanged ? `, ${unchanged}` : ''}`
}

describe(runtimeEffects, () => {
  for (const { note, before, after, nodes, expected } of [
    {
      note: 'a zone masks what default says',
      before: { default: { a: 1 }, z1: { a: 5 } },
      after: { default: { a: 2 }, z1: { a: 5 } },
      expected: { '/a': ['others (no zone): 1 default → 2 default', 'n1 n2 others (z1): 5 zone → 5 zone, masked'] },
    },
    {
      note: 'a node set to the value of default reads it instead of its zone',
      before: { default: { a: 1 }, z1: { a: 5 } },
      after: { default: { a: 1 }, z1: { a: 5 }, 'app@n1': { a: 1 } },
      expected: {
        '/a': [
          'others (no zone): 1 default → 1 default, not-addressed',
          'n2 others (z1): 5 zone → 5 zone, not-addressed',
          'n1 (z1): 5 zone → 1 node',
        ],
      },
    },
    {
      note: 'default stores at its own place what is read at a key that begins with default',
      before: { default: { x: 1 }, z1: { default: { x: 5 } } },
      after: { default: { x: 2 }, z1: { default: { x: 5 } } },
      expected: {
        '/default/x': ['others (no zone): 1 default → 2 default', 'n1 n2 others (z1): 5 zone → 5 zone, masked'],
      },
    },
    {
      note: 'what default stores below a default of its own is read by nobody',
      before: { default: { x: 1 } },
      after: { default: { x: 1, default: { x: 2 } } },
      expected: {},
    },
    {
      note: 'where the last stored value goes, the built-in value applies',
      before: { default: { a: 1 } },
      after: { default: {} },
      expected: { '/a': ['others (no zone): 1 default → built-in', 'n1 n2 (z1): 1 default → built-in'] },
    },
    {
      note: 'the same value from another layer is the same value',
      before: { default: { a: 1 }, z1: { a: 1 } },
      after: { default: { a: 1 }, z1: {} },
      expected: {
        '/a': [
          'others (no zone): 1 default → 1 default, not-addressed',
          'n1 n2 others (z1): 1 zone → 1 default, same-value',
        ],
      },
    },
    {
      note: 'a map is read whole: the higher one hides the lower one',
      before: { default: { map: { x: 1 } } },
      after: { default: { map: { x: 1 } }, z1: { map: { y: 2 } } },
      expected: {
        '/map': [
          'others (no zone): {"x":1} default → {"x":1} default, not-addressed',
          'n1 n2 others (z1): {"x":1} default → {"y":2} zone',
        ],
      },
    },
    {
      note: 'declared members are read one by one',
      before: { default: { b: { c: 1, d: 2 } } },
      after: { default: { b: { c: 1, d: 2 } }, z1: { b: { d: 3 } } },
      expected: {
        '/b/d': ['others (no zone): 2 default → 2 default, not-addressed', 'n1 n2 others (z1): 2 default → 3 zone'],
      },
    },
    {
      note: 'an empty object where members are declared is read by nobody',
      before: { default: { b: { c: 1 } } },
      after: { default: { b: { c: 1 } }, z1: { b: {} } },
      expected: {},
    },
    {
      note: 'an empty map hides the others',
      before: { default: { map: { x: 1 } } },
      after: { default: { map: { x: 1 } }, 'app@n1': { map: {} } },
      nodes: [n1],
      expected: {
        '/map': [
          'others (no zone): {"x":1} default → {"x":1} default, not-addressed',
          'n1 (z1): {"x":1} default → {} node',
        ],
      },
    },
    {
      note: 'null is a value',
      before: { default: { a: 1 } },
      after: { default: { a: 1 }, 'app@n1': { a: null } },
      nodes: [n1],
      expected: {
        '/a': ['others (no zone): 1 default → 1 default, not-addressed', 'n1 (z1): 1 default → null node'],
      },
    },
    {
      note: 'a node of unknown zone stands once for each zone it may be in',
      before: { default: { a: 1 }, z1: { a: 5 } },
      after: { default: { a: 2 }, z1: { a: 5 } },
      nodes: [lost],
      expected: {
        '/a': [
          'others (no zone): 1 default → 2 default',
          'others (z1): 5 zone → 5 zone, masked',
          'lost (if no zone): 1 default → 2 default',
          'lost (if z1): 5 zone → 5 zone, masked',
        ],
      },
    },
    {
      note: 'unless that changes nothing',
      before: { default: { a: 1 }, 'app@lost': { a: 7 }, z1: { a: 5 } },
      after: { default: { a: 2 }, 'app@lost': { a: 7 }, z1: { a: 5 } },
      nodes: [],
      expected: {
        '/a': [
          'others (no zone): 1 default → 2 default',
          'others (z1): 5 zone → 5 zone, masked',
          'lost (anywhere): 7 node → 7 node, masked',
        ],
      },
    },
    {
      note: 'nothing changes',
      before: { default: { a: 1 } },
      after: { default: { a: 1 } },
      expected: {},
    },
  ]) {
    it(note, () => expect(lines(before, after, nodes)).toEqual(expected))
  }

  it('tells whether an object is read', () => {
    const after = { default: { a: 1, map: { x: 1 } } }
    const effects = [...runtimeEffects({ before: {}, after, nodes: [], readsMembers, isDeclared })]
    expect(effects.map(({ pointer, isWhole }) => [pointer, isWhole])).toEqual([
      ['/a', false],
      ['/map', true],
    ])
  })

  it('says of every node and key what looking it up in the document before and after says', () => {
    const document = fc.record({ default: anyTree, z1: anyTree, 'app@n1': anyTree })
    fc.assert(
      fc.property(document, document, (before, after) => {
        const effects = [...runtimeEffects({ before, after, nodes: [n1, n2], readsMembers, isDeclared })]
        for (const [node, chain] of Object.entries({
          'app@n1': ['app@n1', 'z1', 'default'],
          'app@n2': ['z1', 'default'],
        })) {
          for (const pointer of ['/a', '/b/c', '/c', '/d~1e', '/__proto__', '/constructor']) {
            const was = firstStored(before, chain, pointer)
            const will = firstStored(after, chain, pointer)
            const group = effects
              .find((effect) => effect.pointer === pointer)
              ?.groups.find(({ nodes }) => nodes.includes(node))
            if (group === undefined) expect(will).toEqual(was)
            else expect([group.before?.value, group.after?.value]).toEqual([was, will])
            if (group !== undefined) expect(group.unchanged === undefined).toBe(!same(was, will))
          }
        }
      }),
    )
  })
})

function firstStored(document: JsonObject, chain: readonly string[], pointer: string): JsonValue | undefined {
  return chain.map((section) => getAt(document[section], pointer)).find((value) => value !== undefined)
}

function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  try {
    expect(a).toEqual(b)
    return true
  } catch {
    return false
  }
}
