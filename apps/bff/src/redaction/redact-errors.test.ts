import { describe, expect, it } from 'vitest'
import { createRedactor } from './create-redactor.ts'
import { redactErrors } from './redact-errors.ts'

const redactor = createRedactor({
  isSecret: (path, value) => path.at(-1) === 'secret' && typeof value === 'string',
  fingerprintKey: new Uint8Array(32).fill(7),
})
const marker = { $secret: 'set', fingerprint: redactor.fingerprint('invented-1') }

describe(redactErrors, () => {
  for (const { note, errors, expected } of [
    {
      note: 'the value at the path',
      errors: { 'a.secret': { maxLength: { message: 'm', target: 3, cause: 'invented-1', value: 'invented-1' } } },
      expected: { 'a.secret': { maxLength: { message: 'm', target: 3, cause: marker, value: marker } } },
    },
    {
      note: 'inside an echoed object',
      errors: { a: { not_one_schema_valid: { message: 'm', value: { secret: 'invented-1', name: 'n' } } } },
      expected: { a: { not_one_schema_valid: { message: 'm', value: { secret: marker, name: 'n' } } } },
    },
    {
      note: 'the parent that additionalProperties echoes',
      errors: { 'a.x': { additionalProperties: { message: 'm', value: { secret: 'invented-1', x: 1 } } } },
      expected: { 'a.x': { additionalProperties: { message: 'm', value: { secret: marker, x: 1 } } } },
    },
    {
      note: 'not the name of a missing key',
      errors: { 'a.secret': { required: { message: 'm', value: 'secret' } } },
      expected: { 'a.secret': { required: { message: 'm', value: 'secret' } } },
    },
  ]) {
    it(note, () => expect(redactErrors(errors, redactor)).toEqual(expected))
  }
})
