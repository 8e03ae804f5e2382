import { describe, expect, it } from 'vitest'
import { removalPath, type StoragePlace, testPath } from './place.ts'

describe(testPath, () => {
  const rows: { note: string; place: StoragePlace; expected: string | undefined }[] = [
    { note: 'the system', place: { scope: 'system' }, expected: '/console/storage/test' },
    { note: 'an account', place: { scope: 'account', accountId: 'a' }, expected: '/console/accounts/a/storage/test' },
    {
      note: 'a user',
      place: { scope: 'user', accountId: 'a', userId: 'u' },
      expected: '/console/accounts/a/users/u/storage/test',
    },
    {
      note: 'a plan of the system',
      place: { scope: 'plan', accountId: undefined, planId: 'p' },
      expected: '/console/storage/plans/p/test',
    },
    {
      note: 'a plan of an account',
      place: { scope: 'plan', accountId: 'a', planId: 'p' },
      expected: '/console/accounts/a/storage/plans/p/test',
    },
    { note: 'a plan without an id', place: { scope: 'plan', accountId: 'a', planId: undefined }, expected: undefined },
  ]
  for (const { note, place, expected } of rows) {
    it(`of ${note} is ${expected ?? 'nowhere'}`, () => expect(testPath(place)).toBe(expected))
  }
})

describe(removalPath, () => {
  const rows: { note: string; place: StoragePlace; expected: string }[] = [
    { note: 'the system', place: { scope: 'system' }, expected: '/console/storage' },
    {
      note: 'a plan of the system',
      place: { scope: 'plan', accountId: undefined, planId: 'p' },
      expected: '/console/storage/plans/p',
    },
    {
      note: 'a plan of an account',
      place: { scope: 'plan', accountId: 'a', planId: 'p' },
      expected: '/console/accounts/a/storage/plans/p',
    },
    { note: 'an account', place: { scope: 'account', accountId: 'a' }, expected: '/v2/accounts/a/storage' },
    {
      note: 'a user',
      place: { scope: 'user', accountId: 'a', userId: 'u' },
      expected: '/v2/accounts/a/users/u/storage',
    },
  ]
  for (const { note, place, expected } of rows) {
    it(`of ${note} is ${expected}`, () => expect(removalPath(place)).toBe(expected))
  }
})
