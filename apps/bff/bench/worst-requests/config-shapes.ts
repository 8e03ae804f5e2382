import { schemaDefaults } from '@strata/kazoo-schemas'
import { catalogueOf } from '@strata/schema-catalogue'
import { type BodyShape, members, times } from './filling.ts'
import { category } from './targets.ts'

const defaults = schemaDefaults(category, (id) => catalogueOf('4.3').get(id))
const keys = Object.keys(defaults)
const defaultsSize = JSON.stringify(defaults).length

/** A key of the category's schema, over and over. */
function known(index: number): string {
  return keys[index % keys.length] ?? ''
}

const sections: readonly BodyShape[] = [
  {
    name: 'its defaults, many sections',
    make: (bytes) => members(bytes, defaultsSize, (n) => [`n${n}@a.example`, defaults]),
  },
  {
    name: 'known keys that are wrong, many sections',
    make: (bytes) =>
      members(bytes, 30 * keys.length, (n) => [`zone${n}`, Object.fromEntries(keys.map((key) => [key, [n]]))]),
  },
  { name: 'many small sections', make: (bytes) => members(bytes, 40, (n) => [`n${n}@a.example`, { [known(n)]: n }]) },
  { name: 'one section of unknown keys', make: (bytes) => ({ default: members(bytes, 12, (n) => [`u${n}`, n]) }) },
  {
    name: 'known keys, long lists',
    make: (bytes) => Object.fromEntries(keys.map((key) => [key, times(bytes / keys.length, 8, (n) => `${n}`)])),
  },
]

function operations(bytes: number, count: number, offset = 0) {
  return times(bytes, 90, (n) => n)
    .slice(0, count)
    .map((n) => ({ section: `n${n % 50}@a.example`, op: 'set', pointer: `/${known(n + offset)}`, value: n }))
}

const writes: readonly BodyShape[] = [
  { name: 'operations', make: (bytes) => ({ base_revision: null, operations: operations(bytes, 1000) }) },
  {
    name: 'operations on unknown keys',
    make: (bytes) => ({
      base_revision: null,
      operations: times(bytes, 90, (n) => ({ section: 'default', op: 'set', pointer: `/u${n}`, value: n })).slice(
        0,
        1000,
      ),
    }),
  },
  {
    name: 'one operation with much in it',
    make: (bytes) => ({
      base_revision: null,
      operations: [{ section: 'default', op: 'set', pointer: '/x', value: members(bytes, 12, (n) => [`u${n}`, n]) }],
    }),
  },
]

const changes: readonly BodyShape[] = [
  {
    name: 'operations on many categories',
    make: (bytes) => ({
      changes: times(bytes, 90 * 25, (n) => n)
        .slice(0, 200)
        .map((n) => ({ category: `category${n}`, base_revision: null, operations: operations(90 * 25, 25, n) })),
    }),
  },
  {
    name: 'operations on a few categories',
    make: (bytes) => ({
      changes: times(bytes, 90 * 1000, (n) => n)
        .slice(0, 5)
        .map((n) => ({ category: `category${n}`, base_revision: null, operations: operations(90 * 1000, 1000, n) })),
    }),
  },
]

const nodes: readonly BodyShape[] = [
  {
    name: 'nodes',
    make: (bytes) => ({
      base_revision: null,
      nodes: members(bytes, 30, (n) => [`kazoo_apps@host${n}.example`, 'zone']),
    }),
  },
]

/** Bodies of system configs, of what the console writes there, and of the topology. */
export function configShapes(route: string): readonly BodyShape[] {
  if (route.includes('topology')) return nodes
  if (route.includes('/bulk')) return changes
  return route.startsWith('/console') ? writes : sections
}
