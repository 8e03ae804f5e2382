import { describe, expect, it } from 'vitest'
import { readPointer } from './read-pointer.ts'

/** `b` and `b/deep` have declared properties, everything else is read whole. */
const readsMembers = (pointer: string) => ['/b', '/b/deep'].includes(pointer)

describe(readPointer, () => {
  for (const { note, pointer, expected } of [
    { note: 'a leaf at the top is read itself', pointer: '/a', expected: '/a' },
    { note: 'a declared member is read itself', pointer: '/b/c', expected: '/b/c' },
    { note: 'so is one deeper down', pointer: '/b/deep/x', expected: '/b/deep/x' },
    { note: 'an entry of a map is read with the map', pointer: '/map/x', expected: '/map' },
    { note: 'whatever its depth', pointer: '/map/x/y/z', expected: '/map' },
    { note: 'a map inside a declared object', pointer: '/b/map/x', expected: '/b/map' },
    { note: 'nothing reads the place of an object with members', pointer: '/b', expected: undefined },
    { note: 'nor of one inside another', pointer: '/b/deep', expected: undefined },
    { note: 'a section has no place of its own', pointer: '', expected: undefined },
    { note: 'keys are kept escaped', pointer: '/x~1y/z', expected: '/x~1y' },
  ]) {
    it(note, () => expect(readPointer(pointer, readsMembers)).toBe(expected))
  }
})
