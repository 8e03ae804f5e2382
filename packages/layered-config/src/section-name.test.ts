import { describe, expect, it } from 'vitest'
import { isSectionName, isValidatedByKazoo, sectionKind } from './section-name.ts'

describe('section names', () => {
  for (const { name, kind, allowed, validated } of [
    { name: 'default', kind: 'default', allowed: true, validated: true },
    { name: 'z1', kind: 'zone', allowed: true, validated: true },
    { name: 'z.1', kind: 'zone', allowed: true, validated: true },
    { name: 'node', kind: 'zone', allowed: true, validated: true },
    { name: 'kazoo_apps@host.example', kind: 'node', allowed: true, validated: true },
    { name: 'us-east', kind: 'zone', allowed: true, validated: false },
    { name: 'zone_1', kind: 'zone', allowed: true, validated: false },
    { name: 'Zürich', kind: 'zone', allowed: true, validated: false },
    { name: 'default.x', kind: 'zone', allowed: true, validated: false },
    { name: 'id.x', kind: 'zone', allowed: true, validated: false },
    { name: 'defaults', kind: 'zone', allowed: true, validated: true },
    { name: 'identity', kind: 'zone', allowed: true, validated: true },
    { name: 'default@host', kind: 'node', allowed: true, validated: false },
    { name: '@host', kind: 'node', allowed: true, validated: false },
    { name: 'app@', kind: 'node', allowed: true, validated: false },
    { name: ' ', kind: 'zone', allowed: true, validated: false },
    { name: '__proto__', kind: 'zone', allowed: false, validated: false },
    { name: '_id', kind: 'zone', allowed: false, validated: false },
    { name: 'pvt_type', kind: 'zone', allowed: false, validated: false },
    { name: '_app@host', kind: 'node', allowed: false, validated: true },
    { name: 'pvt_app@host', kind: 'node', allowed: false, validated: true },
    { name: 'id', kind: 'zone', allowed: false, validated: false },
    { name: '', kind: 'zone', allowed: false, validated: false },
  ]) {
    it(`"${name}" is a ${kind} name, ${allowed ? 'allowed' : 'refused'}, ${validated ? '' : 'not '}validated by KAZOO`, () => {
      expect([sectionKind(name), isSectionName(name), isValidatedByKazoo(name)]).toEqual([kind, allowed, validated])
    })
  }
})
