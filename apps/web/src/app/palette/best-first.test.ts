import { describe, expect, it } from 'vitest'
import { bestFirst } from './best-first.ts'

const group = (...labels: string[]) => ({ entries: labels.map((label) => ({ label })) })
const categories = group('camper', 'amqp.pool')
const accounts = group('Amber Telecom')
const pages = group('System configs')

describe(bestFirst, () => {
  for (const { note, text, expected, groups = [pages, categories, accounts] } of [
    {
      note: 'accounts that begin with the text come before a category that has it inside',
      text: 'Am',
      expected: [accounts, pages, categories],
    },
    { note: 'the beginning of a word comes before its middle', text: 'con', expected: [pages, categories, accounts] },
    {
      note: 'what is called exactly so comes before what begins with it',
      text: 'media',
      expected: [group('media'), group('Media Telecom')],
      groups: [group('Media Telecom'), group('media')],
    },
    {
      note: 'a key is found by its words',
      text: 'acl request',
      expected: [group('acl_request_ms'), group('Some acl')],
      groups: [group('Some acl'), group('acl_request_ms')],
    },
    { note: 'without a text, as given', text: '', expected: [pages, categories, accounts] },
    { note: 'where nothing fits, as given', text: 'zzz', expected: [pages, categories, accounts] },
  ]) {
    it(note, () => expect(bestFirst(groups, text)).toEqual(expected))
  }
})
