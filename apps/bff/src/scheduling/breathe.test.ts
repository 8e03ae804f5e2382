import { describe, expect, it } from 'vitest'
import { createBreathe, forEachInSteps, inSteps } from './breathe.ts'

function* steps(count: number): Generator<undefined, string> {
  for (let done = 0; done < count; done += 1) yield
  return 'finished'
}

describe(inSteps, () => {
  it('breathes once after each step, and gives what the work gives', async () => {
    let breaths = 0
    const breathe = async () => {
      breaths += 1
    }
    expect(await inSteps(steps(5), breathe)).toBe('finished')
    expect(breaths).toBe(5)
  })

  it('passes on what the work throws', async () => {
    const broken = (function* () {
      yield
      throw new RangeError('no')
    })()
    await expect(inSteps(broken, async () => {})).rejects.toThrow(RangeError)
  })
})

describe(forEachInSteps, () => {
  const counted = async (items: number, work: (item: number) => unknown) => {
    let breaths = 0
    const breathe = async () => {
      breaths += 1
    }
    await forEachInSteps(Array(items).keys(), work, breathe)
    return breaths
  }

  it('does each in order, and breathes after every 256', async () => {
    const done: number[] = []
    expect(await counted(1000, (item) => done.push(item))).toBe(3)
    expect(done).toEqual([...Array(1000).keys()])
  })

  it('does not go on once there is enough', async () => {
    let done = 0
    await counted(1000, (item) => {
      done += 1
      return item < 9
    })
    expect(done).toBe(10)
  })
})

describe(createBreathe, () => {
  it('lets others run while work goes on for long', async () => {
    const breathe = createBreathe()
    let others = 0
    let isWorking = true
    const other = () => {
      others += 1
      if (isWorking) setImmediate(other)
    }
    setImmediate(other)
    for (let step = 0; step < 10; step += 1) {
      // As long as a stretch may be, and more.
      for (const start = performance.now(); performance.now() - start < 12; );
      await breathe()
    }
    isWorking = false
    expect(others).toBeGreaterThanOrEqual(10)
  })

  it('does not where little was done', async () => {
    const breathe = createBreathe()
    let others = 0
    setImmediate(() => {
      others += 1
    })
    await breathe()
    expect(others).toBe(0)
  })
})
