// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { storedChoice } from './stored-choice.ts'

beforeEach(() => localStorage.clear())

describe(storedChoice, () => {
  it('is the first value until another is chosen, and then that, also for the next page', () => {
    expect(storedChoice('k', ['a', 'b']).get()).toBe('a')
    storedChoice('k', ['a', 'b']).set('b')
    expect(storedChoice('k', ['a', 'b']).get()).toBe('b')
  })

  it('is the first value where something else is stored', () => {
    localStorage.setItem('k', 'c')
    expect(storedChoice('k', ['a', 'b']).get()).toBe('a')
  })

  it('tells its listeners, until they no longer listen', () => {
    const choice = storedChoice('k', ['a', 'b'])
    const listener = vi.fn()
    const stop = choice.subscribe(listener)
    choice.set('b')
    stop()
    choice.set('a')
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('holds without storage as long as the page', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const choice = storedChoice('k', ['a', 'b'])
    choice.set('b')
    expect(choice.get()).toBe('b')
    vi.restoreAllMocks()
  })
})
