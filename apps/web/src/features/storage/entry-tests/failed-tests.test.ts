import { describe, expect, it } from 'vitest'
import { failedTests } from './failed-tests.ts'

const id = 'a1'.repeat(16)
const invalid = { error_code: 403, error_body: '<Error/>', message: 'Access Denied' }

describe(failedTests, () => {
  it('gives the back-ends that failed, and nothing that is not a test', () => {
    const errors = {
      [`attachments.${id}`]: { invalid },
      [`attachments.${id}.settings`]: { invalid },
      [`attachments.${'b2'.repeat(16)}`]: { invalid: { message: 'No.' } },
      plan: { invalid },
    }
    expect(failedTests(errors)).toEqual([[id, invalid]])
  })
})
