import type { JsonObject } from '@strata/json'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactNode, Suspense } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { ComparePage } from '../compare/compare-page.tsx'
import { MatrixPage } from '../matrix/matrix-page.tsx'
import { startFakeServer } from '../testing/fake-server.ts'
import { CategoryPage } from './category-page.tsx'
import { SystemConfigsListColumn } from './system-configs-list-column.tsx'

afterEach(() => vi.unstubAllGlobals())

const node = 'app@n1.z1'
const properties: JsonObject = {
  fudge_ms: { type: 'integer', title: 'Fudge' },
  acls: { type: 'object', title: 'ACLs' },
}

async function open(sections: Record<string, JsonObject>, page: ReactNode) {
  const server = startFakeServer({ sections, defaults: {} }, properties)
  await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <Suspense>
        <SystemConfigsListColumn selected="sysconf" />
      </Suspense>
      {page}
    </SessionProvider>,
    '/system-configs/sysconf',
  )
  return { server, user: userEvent.setup() }
}

const listed = () => screen.getByRole('link', { name: /^sysconf/ }).textContent
const form = <CategoryPage category="sysconf" search={{}} />

describe('overrides', () => {
  it('are counted in the sections that set any, the same in the header and in the list', async () => {
    await open({ default: {}, z1: {}, [node]: { fudge_ms: 5 } }, form)
    await screen.findByText('2 settings · 1 override in 1 section')
    expect(listed()).toBe('sysconf1')
  })

  it('are the same in the header and in the list once another operator’s version is loaded', async () => {
    const { server, user } = await open({ default: {} }, form)
    await user.type(await screen.findByRole('textbox', { name: 'Fudge' }), '7')
    server.change({ default: {}, z1: { fudge_ms: 5 }, z2: { fudge_ms: 6 } })
    await user.click(screen.getByRole('button', { name: /^Save/ }))
    await user.click(await screen.findByRole('button', { name: 'Load the current version, keep my changes' }))
    await screen.findByText('2 settings · 2 overrides in 2 sections')
    await waitFor(() => expect(listed()).toBe('sysconfunsaved changes2 in 2'))
  })
})

describe('the settings of a category', () => {
  const sections = { default: { by_hand: 1 }, [node]: { acls: { one: { type: 'allow' }, two: { type: 'deny' } } } }
  for (const { note, page, says } of [
    { note: 'form', page: form, says: /^3 settings · / },
    { note: 'matrix', page: <MatrixPage category="sysconf" search={{}} />, says: /^3 settings · / },
    {
      note: 'comparison',
      page: (
        <ComparePage search={{ leftCategory: 'sysconf', leftSection: node, rightCategory: 'sysconf', show: 'all' }} />
      ),
      says: '1 setting differs of 3',
    },
  ])
    it(`are one number: ${note}`, async () => {
      await open(sections, page)
      await screen.findByText(says)
    })
})
