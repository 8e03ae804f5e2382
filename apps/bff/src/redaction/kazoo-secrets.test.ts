import { getAt, isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { isConfigSecret, isStorageSecret, secretLeaves } from '@strata/kazoo-schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from './create-redactor.ts'

const fingerprintKey = new Uint8Array(32).fill(7)

const id = fc.constantFrom('a'.repeat(32), 'b'.repeat(32))
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '***',
    'https://user:invented@rec.example.net',
    'https://•••@rec.example.net',
    'https://rec.example.net/in?key=invented',
    'plain',
  ),
)
const leaf: fc.Arbitrary<JsonValue> = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))
const members = [
  'secret',
  'key',
  'url',
  'bucket',
  'password',
  'username',
  'field_list',
  'api_token',
  'x.y',
  '__proto__',
]
const settings = fc
  .array(fc.tuple(fc.constantFrom(...members), fc.oneof(leaf, fc.array(leaf, { maxLength: 2 }))), { maxLength: 6 })
  .map((entries): JsonObject => Object.fromEntries(entries))
const handler = fc.constantFrom('s3', 'azure', 'http', 'dropbox')

const storageDocument = fc.record({
  attachments: fc.dictionary(id, fc.record({ handler, name: text, settings })),
  connections: fc.dictionary(id, fc.record({ settings: fc.record({ credentials: settings, ip: text }) })),
  plan: fc.record({ modb: fc.record({ attachments: fc.record({ handler: id, params: settings }) }) }),
})
const configDocument = fc.dictionary(fc.constantFrom('default', 'z1', 'kazoo_apps@host'), settings)

for (const { kind, isSecret, document } of [
  { kind: 'storage documents', isSecret: isStorageSecret, document: storageDocument },
  { kind: 'system configs', isSecret: isConfigSecret, document: configDocument },
] satisfies { kind: string; isSecret: typeof isStorageSecret; document: fc.Arbitrary<JsonObject> }[]) {
  const redactor = createRedactor({ isSecret, fingerprintKey })

  describe(`laws of ${kind}`, () => {
    it('what was read comes back as what is stored', () => {
      fc.assert(
        fc.property(document, (stored) => {
          expect(redactor.restore(redactor.redact(stored, []), stored, [])).toEqual(stored)
        }),
      )
    })

    it('every secret reads as a marker, and nothing else changes', () => {
      fc.assert(
        fc.property(document, (stored) => {
          const secrets = new Set(secretLeaves(stored, isSecret))
          const redacted = redactor.redact(stored, [])
          for (const pointer of secrets) expect(getAt(redacted, pointer)).toMatchObject({ $secret: 'set' })
          expect(markers(redacted)).toBe(secrets.size)
        }),
      )
    })
  })
}

function markers(value: JsonValue): number {
  if (isJsonObject(value) && value.$secret === 'set') return 1
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, child: JsonValue) => sum + markers(child), 0)
    : 0
}
