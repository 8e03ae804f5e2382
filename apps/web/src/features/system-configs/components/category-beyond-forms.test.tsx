import type { JsonObject } from '@strata/json'
import { useSearch } from '@tanstack/react-router'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { readCategorySearch } from '../routes.ts'
import { startFakeServer } from '../testing/fake-server.ts'
import { CategoryPage } from './category-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const properties: JsonObject = { fudge_ms: { type: 'integer', title: 'Fudge' } }

function Shown() {
  return <CategoryPage category="sysconf" search={readCategorySearch(useSearch({ strict: false }))} />
}

for (const value of [5, {}, { name: 'x' }]) {
  it(`a setting called constructor, ${JSON.stringify(value)}, breaks no page: it is said, and the JSON is there`, async () => {
    startFakeServer({ sections: { default: { fudge_ms: 150 }, z1: { constructor: value } }, defaults: {} }, properties)
    const console = await renderInConsole(
      <SessionProvider session={sessionOf({ read_only: null })}>
        <Shown />
      </SessionProvider>,
      '/system-configs/sysconf?section=z1&view=json&q=fudge&only=overridden',
    )
    await screen.findByText(/A form cannot show a key called “constructor”/)
    screen.getByRole('region', { name: 'What the JSON shows' })
    await console.visit('/system-configs/sysconf')
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Fudge' })).toHaveProperty('value', '150'))
  })
}
