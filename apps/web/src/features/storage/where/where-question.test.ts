import { describe, expect, it } from 'vitest'
import { readStorageSearch } from '../routes.ts'
import { questionOf, toWhereSearch } from './where-question.ts'

describe(questionOf, () => {
  it('asks about voicemail where the address says nothing', () =>
    expect(questionOf({ user: 'u' }, 'account')).toEqual({ planClass: 'modb', type: 'mailbox_message', user: 'u' }))

  it('asks of the system about its own data', () =>
    expect(questionOf({}, 'system')).toEqual({ planClass: 'system', type: 'system_media', user: undefined }))

  it('a month that is none is not asked about', () =>
    expect(readStorageSearch({ class: 'modb', month: 202413 })).toEqual({ class: 'modb' }))

  for (const question of [
    { planClass: 'modb', type: 'fax', user: 'u' },
    { planClass: 'account', type: undefined, user: undefined },
    { planClass: 'modb', type: 'fax', user: undefined, month: '202401' },
  ] as const) {
    it(`is the same after the address said it: ${JSON.stringify(question)}`, () =>
      expect(questionOf(readStorageSearch({ ...toWhereSearch(question) }), 'account')).toEqual(question))
  }
})
