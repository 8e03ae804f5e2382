import { describe, expect, it } from 'vitest'
import { AppError } from '#bff/errors/app-error.ts'
import { createTurns } from './turns.ts'

const lostRace = new AppError('conflict', 'Another write came between.')

describe(createTurns, () => {
  it('writes of one key run after each other, those of others meanwhile', async () => {
    const turns = createTurns()
    const log: string[] = []
    const write = (name: string) => async () => {
      log.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      log.push(`${name} ends`)
    }
    await Promise.all([
      turns.repeatedOnConflict('a', write('first of a')),
      turns.repeatedOnConflict('a', write('second of a')),
      turns.repeatedOnConflict('b', write('b')),
    ])
    expect(log.indexOf('second of a begins')).toBeGreaterThan(log.indexOf('first of a ends'))
    expect(log.indexOf('b begins')).toBeLessThan(log.indexOf('first of a ends'))
  })

  it('a lost race is repeated until it is won', async () => {
    let attempts = 0
    const result = createTurns().repeatedOnConflict('a', async () => {
      attempts += 1
      if (attempts < 4) throw lostRace
      return 'won'
    })
    expect(await result).toBe('won')
    expect(attempts).toBe(4)
  })

  it('but not for ever', async () => {
    let attempts = 0
    const result = createTurns().repeatedOnConflict('a', async () => {
      attempts += 1
      throw lostRace
    })
    await expect(result).rejects.toBe(lostRace)
    expect(attempts).toBe(10)
  })

  it('any other failure is not repeated, and keeps nobody behind it from writing', async () => {
    const turns = createTurns()
    let attempts = 0
    const failing = turns.repeatedOnConflict('a', async () => {
      attempts += 1
      throw new AppError('upstream', 'The store answered nonsense.')
    })
    const next = turns.repeatedOnConflict('a', async () => 'written')
    await expect(failing).rejects.toMatchObject({ kind: 'upstream' })
    expect(await next).toBe('written')
    expect(attempts).toBe(1)
  })

  it('who waits behind one that finds the store away fails with it; who comes later finds out anew', async () => {
    const turns = createTurns()
    const away = new AppError('unavailable', 'The store is away.')
    let attempts = 0
    const write = async () => {
      attempts += 1
      throw away
    }
    const waiting = Array.from({ length: 20 }, () => turns.once('a', write))
    for (const outcome of await Promise.allSettled(waiting)) expect(outcome).toMatchObject({ reason: away })
    expect(attempts).toBe(1)
    expect(await turns.once('a', async () => 'written')).toBe('written')
  })
})
