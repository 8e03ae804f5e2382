import type { JsonObject } from '@strata/json'
import { describe, expect, it } from 'vitest'
import type { KnownNode } from './known-nodes.ts'
import { nodeCounts } from './node-counts.ts'
import { runtimeEffects } from './runtime-effects.ts'

const rules = { readsMembers: () => false, isDeclared: () => true }
const placed: KnownNode[] = [
  { name: 'n@1', zone: 'z1' },
  { name: 'n@2', zone: 'z1' },
  { name: 'n@3', zone: 'z2' },
]
const unplaced: KnownNode[] = [...placed, { name: 'n@4', zone: undefined }]

describe(nodeCounts, () => {
  for (const { note, before, after, nodes, expected } of [
    {
      note: 'counts a node once, however many of its keys change',
      before: {},
      after: { default: { a: 1, b: 2 } },
      nodes: placed,
      expected: { changed: 3, perhaps: 0, all: 3 },
    },
    {
      note: 'leaves out who reads the same: by a value of its own, or in another zone',
      before: { 'n@1': { a: 5 } },
      after: { 'n@1': { a: 5 }, z1: { a: 1 } },
      nodes: placed,
      expected: { changed: 1, perhaps: 0, all: 3 },
    },
    {
      note: 'tells apart who may, as nobody knows the zone',
      before: {},
      after: { z1: { a: 1 } },
      nodes: unplaced,
      expected: { changed: 2, perhaps: 1, all: 4 },
    },
    {
      note: 'is sure of a node whose zone is not known where every zone gives it another value',
      before: {},
      after: { z1: { a: 1 }, default: { a: 2 } },
      nodes: unplaced,
      expected: { changed: 4, perhaps: 0, all: 4 },
    },
  ] satisfies { note: string; before: JsonObject; after: JsonObject; nodes: KnownNode[]; expected: object }[]) {
    it(note, () => {
      expect(nodeCounts([...runtimeEffects({ before, after, nodes, ...rules })])).toEqual(expected)
    })
  }
})
