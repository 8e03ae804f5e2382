import { describe, expect, it } from 'vitest'
import { sampleAccount } from './account.arbitraries.ts'
import { createAccountIndex, type Entry, top } from './account-index.ts'

const entry = (id: string, name: string, tree: readonly string[] = []): Entry => ({
  account: sampleAccount({ id, name, tree, realm: `${id}.Example.org` }),
  created: 1,
  apiKey: `key of ${id}`,
  signatureSecret: undefined,
})
const changes = (...entries: readonly Entry[]) => new Map(entries.map((each) => [each.account.id, each]))
const silently = async () => {}
const ids = (accounts: readonly { id: string }[]) => accounts.map(({ id }) => id)

async function filled() {
  const index = createAccountIndex()
  await index.update(
    changes(
      entry('m', 'Master'),
      entry('b', 'Beta', ['m']),
      entry('a', 'alpha', ['m']),
      entry('c', 'Core', ['m', 'a']),
    ),
    silently,
  )
  return index
}

describe(createAccountIndex, () => {
  it('lists accounts in order by everything that they are looked for by', async () => {
    const { list } = await filled()
    expect(ids(list('parent', 'm'))).toEqual(['a', 'b'])
    expect(ids(list('ancestor', 'm'))).toEqual(['a', 'b', 'c'])
    expect(ids(list('ancestor', top))).toEqual(['a', 'b', 'c', 'm'])
    expect(ids(list('parent', top))).toEqual(['m'])
    expect(ids(list('name', 'beta'))).toEqual(['b'])
    expect(ids(list('realm', 'c.example.org'))).toEqual(['c'])
    expect(ids(list('apiKey', 'key of a'))).toEqual(['a'])
    expect(list('name', 'nobody')).toEqual([])
  })

  it('a change moves an account from the lists that it was in to those that it is in now', async () => {
    const index = await filled()
    await index.update(changes(entry('c', 'Zeta', ['m', 'b'])), silently)
    expect(ids(index.list('parent', 'a'))).toEqual([])
    expect(ids(index.list('parent', 'b'))).toEqual(['c'])
    expect(ids(index.list('name', 'core'))).toEqual([])
    expect(ids(index.list('ancestor', 'm'))).toEqual(['a', 'b', 'c'])
    await index.update(new Map([['a', undefined]]), silently)
    expect(ids(index.list('ancestor', 'm'))).toEqual(['b', 'c'])
    expect(index.entries.has('a')).toBe(false)
  })

  it('a change replaces the lists that it touches and no others', async () => {
    const index = await filled()
    const before = {
      children: index.list('parent', 'm'),
      below: index.list('ancestor', 'a'),
      all: index.list('ancestor', top),
    }
    await index.update(changes(entry('c', 'Core 2', ['m', 'a'])), silently)
    expect(index.list('parent', 'm')).toBe(before.children)
    expect(index.list('ancestor', 'a')).not.toBe(before.below)
    expect(before.below.map(({ name }) => name)).toEqual(['Core'])
    expect(before.all.map(({ name }) => name)).toEqual(['alpha', 'Beta', 'Core', 'Master'])
  })

  it('an ancestor that a broken tree names twice lists its account once', async () => {
    const index = createAccountIndex()
    await index.update(changes(entry('x', 'X', ['m', 'm', ''])), silently)
    expect(ids(index.list('ancestor', 'm'))).toEqual(['x'])
    expect(ids(index.list('ancestor', top))).toEqual(['x'])
  })

  it('takes in many in steps', async () => {
    const many = Array.from({ length: 10_000 }, (_, number) => entry(`id${number}`, `name ${number}`, ['m']))
    let breaths = 0
    const breathe = async () => {
      breaths += 1
    }
    await createAccountIndex().update(changes(...many), breathe)
    // Once to take them, once to sort them, and once for each way of listing them, after every 256 or 2,000 of them.
    expect(breaths).toBeGreaterThanOrEqual(6 * Math.floor(10_000 / 256) + 5)
  })
})
