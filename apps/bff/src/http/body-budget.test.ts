import { describe, expect, it } from 'vitest'
import { createBodyBudget } from './body-budget.ts'

/** A body on its way until it is cut or `end` is called. */
function body() {
  const deferred: { end: (read: string) => void; cut: () => void } = { end: () => {}, cut: () => {} }
  const read = new Promise<string>((resolve, reject) => {
    deferred.end = resolve
    deferred.cut = () => reject(new Error('cut'))
  })
  return { ...deferred, read: () => read }
}

describe(createBodyBudget, () => {
  it('cuts off those that began first, and no more of them than it must', async () => {
    const { spend } = createBodyBudget(100)
    const bodies = [body(), body(), body()]
    const reads = bodies.map(({ cut, read }) => spend(40, cut, read).catch((error: Error) => error.message))
    expect(await reads[0]).toBe('cut')
    bodies[1]?.end('second')
    bodies[2]?.end('third')
    expect(await Promise.all(reads)).toEqual(['cut', 'second', 'third'])
  })

  it('counts nothing that has come or was cut off', async () => {
    const { spend } = createBodyBudget(100)
    for (let n = 0; n < 10; n += 1) {
      expect(
        await spend(
          60,
          () => expect.unreachable(),
          async () => n,
        ),
      ).toBe(n)
    }
    const [first, second, third] = [body(), body(), body()]
    const cut = spend(60, first.cut, first.read).catch(() => 'cut')
    const kept = spend(60, second.cut, second.read)
    expect(await cut).toBe('cut')
    const beside = spend(40, third.cut, third.read)
    second.end('kept')
    third.end('beside')
    expect(await Promise.all([kept, beside])).toEqual(['kept', 'beside'])
  })
})
