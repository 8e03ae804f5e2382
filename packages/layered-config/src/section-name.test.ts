import { describe, expect, it } from 'vitest'
import { isSectionName, isValidatedByKazoo, nameFault, sectionKind } from './section-name.ts'

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

describe(nameFault, () => {
  for (const { note, name, fault } of [
    { note: 'a zone', name: 'us-east_1', fault: undefined },
    { note: 'a node', name: 'kazoo_apps@app1.ams.example.net', fault: undefined },
    { note: 'letters of any script', name: 'Zürich 北京 नेपाल', fault: undefined },
    { note: '255 bytes', name: 'x'.repeat(255), fault: undefined },
    { note: '256 bytes', name: 'x'.repeat(256), fault: 'long' },
    { note: '128 letters of two bytes', name: 'ü'.repeat(128), fault: 'long' },
    { note: '64 pictures of four bytes', name: '😀'.repeat(64), fault: 'long' },
    { note: 'a slash', name: 'a/b', fault: 'slash' },
    { note: 'a backslash', name: 'a\\b', fault: 'slash' },
    { note: 'NUL', name: 'a\u0000', fault: 'invisible' },
    { note: 'a line break', name: 'z1\n', fault: 'invisible' },
    { note: 'delete', name: 'a\u007f', fault: 'invisible' },
    { note: 'a C1 control', name: 'a\u0085', fault: 'invisible' },
    { note: 'a line separator', name: 'a\u2028', fault: 'invisible' },
    { note: 'an embedding', name: 'a\u202ab', fault: 'invisible' },
    { note: 'an override', name: 'a\u202eb', fault: 'invisible' },
    { note: 'an isolate', name: 'a\u2066b', fault: 'invisible' },
    { note: 'a direction mark', name: 'a\u200fb', fault: 'invisible' },
    { note: 'an Arabic letter mark', name: 'a\u061cb', fault: 'invisible' },
    { note: 'a zero-width space', name: 'z\u200b1', fault: 'invisible' },
    { note: 'a byte order mark', name: '\ufeffz1', fault: 'invisible' },
    { note: 'a Hangul filler', name: '\u3164', fault: 'invisible' },
    { note: 'a tag', name: 'a\u{e0041}', fault: 'invisible' },
    { note: 'half a character', name: 'a\ud800', fault: 'invisible' },
  ]) {
    it(`${note}: ${fault ?? 'may be meant'}`, () => expect(nameFault(name)).toBe(fault))
  }
})
