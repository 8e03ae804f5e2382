import { catalogueOf, kazooVersions } from '@strata/schema-catalogue'
import { renderHook } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { expect, it } from 'vitest'
import { en } from '#web/texts/en/index.ts'
import { compileForm } from './testing/compile-form.ts'
import { useFormCheck } from './use-form-check.ts'

/** Whatever a schema may be: its patterns are all that is asked for here. */
function patternsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, part]: [string, unknown]) =>
    key === 'pattern' && typeof part === 'string' ? [part] : patternsIn(part),
  )
}

const patterns = new Set(kazooVersions.flatMap((version) => [...catalogueOf(version).values()].flatMap(patternsIn)))

it.each([...patterns])('what does not match %s is told in words of its own, without the pattern', async (pattern) => {
  const form = await compileForm({ type: 'object', properties: { key: { type: 'string', pattern } } })
  const { result } = renderHook(() => useFormCheck(form), {
    wrapper: ({ children }) => (
      <IntlProvider locale="en" messages={en} timeZone="UTC">
        {children}
      </IntlProvider>
    ),
  })
  const [error] = result.current({ key: 'a blank in it' })
  const { other, ...told } = en.schemaForm.errors.pattern
  expect(Object.values(told)).toContain(error?.message)
})
