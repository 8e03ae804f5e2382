// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { createElement, type ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { describe, expect, it } from 'vitest'
import { ApiError } from '#web/lib/api-error.ts'
import { en } from '#web/texts/en/index.ts'
import { useFailureWords } from './use-failure-words.ts'

const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(IntlProvider, { locale: 'en', messages: en, timeZone: 'UTC', children })

const words = (error: unknown) => renderHook(() => useFailureWords(), { wrapper }).result.current(error)

describe(useFailureWords, () => {
  for (const { note, error, expected } of [
    {
      note: 'the server’s reason comes before the name of the error',
      error: new ApiError('too many requests', { kind: 'too-many', data: { cause: '16 tests run: wait.' } }),
      expected: '16 tests run: wait.',
    },
    {
      note: 'a message that is a sentence is the server’s own',
      error: new ApiError('The answer was cut off.', { kind: 'offline' }),
      expected: 'The answer was cut off.',
    },
    {
      note: 'a mere name is told as what it means and what to do',
      error: new ApiError('conflicting documents', { kind: 'conflict' }),
      expected: 'Somebody changed this in the meantime. Load the current version and make your change again.',
    },
    { note: 'any other failure says what it says', error: new Error('odd'), expected: 'odd' },
  ]) {
    it(note, () => expect(words(error)).toBe(expected))
  }
})
