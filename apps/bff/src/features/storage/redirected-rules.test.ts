import type { JsonObject } from '@strata/json'
import { builtInStorage, type StorageLayer } from '@strata/storage-plan'
import { describe, expect, it } from 'vitest'
import { redirectedRules } from './redirected-rules.ts'

const lent = { handler: 's3', settings: { bucket: 'invented-bucket', key: 'INVENTED-KEY-ID', secret: 'invented' } }
const bare = { handler: 'http', settings: { url: 'https://rec.example.net/in' } }
const elsewhere = { attachments: { params: { host: 'evil.example' } } }
const using = (handler: string) => ({ attachments: { handler } })

function redirected(modb: JsonObject, systemPlan: JsonObject = {}): string[] {
  const document = { attachments: { own: bare }, plan: { modb } }
  const layers: StorageLayer[] = [
    { name: 'built-in', values: builtInStorage },
    { name: 'system', values: { attachments: { lent }, plan: { modb: systemPlan } } },
    { name: 'account', values: document },
  ]
  return redirectedRules(document, layers, 'account')
}

const months = '202301-202312'

/** KAZOO 5 decides which of the rules in one line meets which back-end: none may take a secret of another layer along. */
describe('an address with rules by month or name in its line', () => {
  for (const { note, modb, system, pointers } of [
    {
      note: 'in the rule by month itself',
      modb: { range: { [months]: { attachments: { handler: 'lent', params: { host: 'evil.example' } } } } },
      pointers: [`/plan/modb/range/${months}/attachments/params/host`],
    },
    {
      note: 'in a rule by month of this document, for the back-end of the plain one below',
      modb: { range: { [months]: elsewhere } },
      system: using('lent'),
      pointers: [`/plan/modb/range/${months}/attachments/params/host`],
    },
    {
      note: 'in the plain rule, for the back-end of a rule by name below',
      modb: elsewhere,
      system: { regex: { 'a/b': using('lent') } },
      pointers: ['/plan/modb/attachments/params/host'],
    },
    {
      note: 'in the rule of a type, for the back-end of a rule by month of its class',
      modb: { types: { fax: elsewhere } },
      system: { range: { [months]: using('lent') } },
      pointers: ['/plan/modb/types/fax/attachments/params/host'],
    },
    {
      note: 'of a back-end of its own alone is its own affair',
      modb: { range: { [months]: { attachments: { handler: 'own', params: { url: 'https://a.example' } } } } },
      pointers: [],
    },
    {
      note: 'of another line is no affair of theirs',
      modb: { types: { fax: { ...elsewhere, attachments: { ...elsewhere.attachments, handler: 'own' } } } },
      system: { types: { media: { range: { [months]: using('lent') } } } },
      pointers: [],
    },
  ] satisfies { note: string; modb: JsonObject; system?: JsonObject; pointers: string[] }[]) {
    it(note, () => expect(redirected(modb, system)).toEqual(pointers))
  }
})

/** What layers make together of one object, each may say a part of. */
describe('a secret within an object or list of a back-end below', () => {
  const nested: JsonObject = {
    handler: 'http',
    settings: { credentials: { password: 'invented' }, tokens: ['invented'] },
  }
  for (const { note, settings, pointers } of [
    {
      note: 'is lent beside what the document adds to the object',
      settings: { credentials: { username: 'u' }, tokens: ['own'] },
      pointers: ['/plan/modb/attachments/params/url'],
    },
    {
      note: 'is lent by a list that the document does not replace',
      settings: { credentials: { password: 'own' } },
      pointers: ['/plan/modb/attachments/params/url'],
    },
    {
      note: 'is the own one where the document says all of it',
      settings: { credentials: { password: 'own' }, tokens: ['own'] },
      pointers: [],
    },
  ] satisfies { note: string; settings: JsonObject; pointers: string[] }[]) {
    it(note, () => {
      const attachments = { handler: 'nested', params: { url: 'https://a.example' } }
      const document = { attachments: { nested: { settings } }, plan: { modb: { attachments } } }
      const layers: StorageLayer[] = [
        { name: 'system', values: { attachments: { nested } } },
        { name: 'account', values: document },
      ]
      expect(redirectedRules(document, layers, 'account')).toEqual(pointers)
    })
  }
})
