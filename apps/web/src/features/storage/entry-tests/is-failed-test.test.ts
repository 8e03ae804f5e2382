import { describe, expect, it } from 'vitest'
import { isFailedTest } from './failed-tests.ts'

const failed = { invalid: { error_code: 403, error_body: '', message: 'Access Denied' } }
const path = `attachments.${'a'.repeat(32)}`

describe(isFailedTest, () => {
  for (const { note, errors, expected } of [
    { note: 'a back-end that refused its test', errors: { [path]: failed }, expected: true },
    {
      note: 'a failed test beside a fault of the document',
      errors: { [path]: failed, plan: { type: { message: 'No.' } } },
      expected: false,
    },
    { note: 'an address that may not be used', errors: { [path]: { invalid: { message: 'No.' } } }, expected: false },
    { note: 'a field of a back-end', errors: { [`${path}.settings.bucket`]: { required: {} } }, expected: false },
    { note: 'nothing', errors: {}, expected: false },
  ]) {
    it(`${expected ? 'is' : 'is not'} ${note}`, () => expect(isFailedTest(errors)).toBe(expected))
  }
})
