import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useAddressText } from './use-address-text.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function atAddress(first: string) {
  const told: string[] = []
  const hook = renderHook(({ known }) => useAddressText(known, (text) => void told.push(text)), {
    initialProps: { known: first },
  })
  return {
    told,
    text: () => hook.result.current[0],
    address: (known: string) => hook.rerender({ known }),
    type: (text: string) => act(() => hook.result.current[1](text)),
    wait: (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds)),
  }
}

it('is told once, when the typing rests', () => {
  const { told, text, address, type, wait } = atAddress('')
  type('ti')
  wait(100)
  type('time')
  wait(149)
  expect(told).toEqual([])
  wait(1)
  expect(told).toEqual(['time'])
  address('time')
  wait(1_000)
  expect([text(), told]).toEqual(['time', ['time']])
})

it('follows an address that somebody else leads, and never writes back what that said before', () => {
  const { told, text, address, wait } = atAddress('')
  address('timeout')
  expect(text()).toBe('timeout')
  wait(50)
  address('')
  expect(text()).toBe('')
  wait(1_000)
  expect(told).toEqual([])
})

it('keeps what is being typed while the address only arrives at what was typed before', () => {
  const { text, address, type, wait } = atAddress('')
  type('ti')
  wait(150)
  type('time')
  address('ti')
  expect(text()).toBe('time')
})

it('is the address again once somebody goes back from what was typed', () => {
  const { text, address, type, wait } = atAddress('old')
  type('new')
  wait(150)
  address('new')
  wait(150)
  address('old')
  expect(text()).toBe('old')
})
