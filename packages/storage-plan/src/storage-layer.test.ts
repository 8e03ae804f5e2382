import { describe, expect, it } from 'vitest'
import { type StorageDocuments, stack, stackBelow } from './storage-layer.ts'

const document = { values: {} }
const all: StorageDocuments = { system: document, plan: document, account: document, user: document }
const namesOf = (layers: ReturnType<typeof stack>) => layers.map(({ name }) => name)

describe(stack, () => {
  for (const { note, documents, expected } of [
    { note: 'what is built in is always there', documents: {}, expected: ['built-in'] },
    { note: 'lowest first', documents: all, expected: ['built-in', 'system', 'plan', 'account', 'user'] },
    {
      note: 'a plan counts only beside a document of the account',
      documents: { ...all, account: undefined },
      expected: ['built-in', 'system', 'user'],
    },
    {
      note: 'an empty document of the account is one',
      documents: { plan: document, account: document },
      expected: ['built-in', 'plan', 'account'],
    },
  ] satisfies { note: string; documents: StorageDocuments; expected: string[] }[]) {
    it(note, () => expect(namesOf(stack(documents))).toEqual(expected))
  }

  it('keeps what a document is called and known by', () => {
    expect(stack({ system: { title: 'System', id: 'system', values: { a: 1 } } })[1]).toEqual({
      name: 'system',
      title: 'System',
      id: 'system',
      values: { a: 1 },
    })
  })
})

describe(stackBelow, () => {
  for (const { name, expected } of [
    { name: 'system', expected: ['built-in'] },
    { name: 'plan', expected: ['built-in', 'system'] },
    { name: 'account', expected: ['built-in', 'system', 'plan'] },
    { name: 'user', expected: ['built-in', 'system', 'plan', 'account'] },
  ] as const) {
    it(`below the ${name}'s: ${expected.join(', ')}`, () => {
      expect(namesOf(stackBelow(name, all))).toEqual(expected)
    })
  }

  it('a plan counts below a document of the account that is yet to be made', () => {
    expect(namesOf(stackBelow('account', { plan: document }))).toEqual(['built-in', 'plan'])
  })

  it("no plan counts below a user's document where the account has none", () => {
    expect(namesOf(stackBelow('user', { plan: document }))).toEqual(['built-in'])
  })
})
