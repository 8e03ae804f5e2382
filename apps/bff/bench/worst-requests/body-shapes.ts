import type { JsonValue } from '@strata/json'
import { configShapes } from './config-shapes.ts'
import { type BodyShape, members, times } from './filling.ts'
import { storageShapes } from './storage-shapes.ts'

const anything: readonly BodyShape[] = [
  { name: 'many short keys', make: (bytes) => members(bytes, 10, (n) => [`k${n}`, 1]) },
  { name: 'long keys', make: (bytes) => members(bytes, 1000, (n) => ['k'.repeat(990) + n, 1]) },
  { name: 'one long text', make: (bytes) => ({ name: 'x'.repeat(bytes) }) },
  { name: 'escapes', make: (bytes) => ({ name: '"\n\u0001'.repeat(bytes / 10) }) },
  { name: 'unicode', make: (bytes) => members(bytes, 60, (n) => [`é😀‮${n}`, '😀e\u0301\u0302'.repeat(4)]) },
  { name: 'a list of numbers', make: (bytes) => ({ name: times(bytes, 10, (n) => n * 1_000_001) }) },
  { name: 'a list at the top', make: (bytes) => times(bytes, 12, (n) => ({ [`k${n % 10}`]: n })) },
  { name: 'deep, many times', make: (bytes) => members(bytes, 420, (n) => [`k${n}`, nested(58)]) },
  { name: 'empty objects', make: (bytes) => members(bytes, 12, (n) => [`k${n}`, {}]) },
  { name: 'dots and slashes in keys', make: (bytes) => members(bytes, 40, (n) => [`a.b/c~d.${n}.__x`, null]) },
]

const people: readonly BodyShape[] = [
  {
    name: 'texts that patterns look at',
    make: (bytes) => {
      const text = 'a.'.repeat(bytes / 14)
      return { name: text, realm: text, username: `${text}!`, email: `${text}@${text}`, timezone: text, password: text }
    },
  },
  {
    name: 'valid, and much besides',
    make: (bytes) => {
      const unique = `${process.pid}x${Math.random()}`.replaceAll('.', 'x')
      const fields = { name: unique, username: unique, realm: `${unique}.example.net` }
      return { ...members(bytes, 14, (n) => [`k${n}`, n]), ...fields }
    },
  },
]

/** The shapes that a route may find hard. */
export function bodyShapes(route: string): readonly BodyShape[] {
  if (route.includes('storage')) return [...anything, ...storageShapes(route)]
  if (/system_configs|schemas|topology/.test(route)) return [...anything, ...configShapes(route)]
  return [...anything, ...people]
}

function nested(levels: number): JsonValue {
  let value: JsonValue = 1
  for (let level = 0; level < levels; level += 1) value = { a: value }
  return value
}
