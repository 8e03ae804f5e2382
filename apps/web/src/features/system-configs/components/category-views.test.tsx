import type { JsonObject } from '@strata/json'
import { useLocation, useSearch } from '@tanstack/react-router'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { ComparePage } from '../compare/compare-page.tsx'
import { readCompareSearch } from '../compare/routes.ts'
import { MatrixPage } from '../matrix/matrix-page.tsx'
import { readMatrixSearch } from '../matrix/routes.ts'
import { readCategorySearch } from '../routes.ts'
import { startFakeServer } from '../testing/fake-server.ts'
import { CategoryPage } from './category-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const properties: JsonObject = { fudge_ms: { type: 'integer', title: 'Fudge' } }
const node = 'app@n1.lon'

/** As the console's routes do. */
function Shown() {
  const { pathname } = useLocation()
  const search = useSearch({ strict: false })
  if (pathname === '/compare') return <ComparePage search={readCompareSearch(search)} />
  if (pathname.endsWith('/matrix')) return <MatrixPage category="sysconf" search={readMatrixSearch(search)} />
  return <CategoryPage category="sysconf" search={readCategorySearch(search)} />
}

async function open(path: string) {
  startFakeServer({ sections: { default: { fudge_ms: 1 } }, defaults: {} }, properties, { [node]: 'lon' })
  await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <Shown />
    </SessionProvider>,
    path,
  )
  await screen.findByRole('navigation', { name: 'View' })
  return userEvent.setup()
}

const views = () => within(screen.getByRole('navigation', { name: 'View' }))
const address = () => `${window.location.pathname} ${[...new URLSearchParams(window.location.search)].join(' ')}`
const scope = `section=${encodeURIComponent(node)}`

describe('the views of a category', () => {
  for (const path of [
    `/system-configs/sysconf?${scope}&q=fudge`,
    `/system-configs/sysconf?${scope}&q=fudge&view=json`,
    `/system-configs/sysconf/matrix?${scope}&q=fudge&in=lon`,
    `/compare?leftCategory=sysconf&leftSection=${encodeURIComponent(node)}&rightCategory=sysconf&q=fudge`,
  ])
    it(`keep scope and filter, and say which one is shown: from ${path}`, async () => {
      const user = await open(path)
      expect(
        views()
          .getAllByRole('link')
          .map((link) => link.textContent),
      ).toEqual(['Form', 'Form + JSON', 'Matrix', 'Compare'])
      expect(views().getAllByRole('link', { current: 'page' })).toHaveLength(1)
      for (const [name, expected] of [
        ['Compare', `/compare leftCategory,sysconf leftSection,${node} rightCategory,sysconf rightSection,lon q,fudge`],
        ['Matrix', `/system-configs/sysconf/matrix section,${node} q,fudge`],
        ['Form + JSON', `/system-configs/sysconf section,${node} q,fudge view,json`],
        ['Form', `/system-configs/sysconf section,${node} q,fudge`],
      ] as const) {
        if (views().getByRole('link', { current: 'page' }).textContent === name) continue
        await user.click(await views().findByRole('link', { name }))
        await waitFor(() => expect(address().split(' ').sort()).toEqual(expected.split(' ').sort()))
        await waitFor(() => expect(views().getByRole('link', { current: 'page' }).textContent).toBe(name))
      }
    })

  it('lead from a filtered form and back with the kind of settings it was narrowed to', async () => {
    const user = await open('/system-configs/sysconf?only=overridden')
    await user.click(views().getByRole('link', { name: 'Form + JSON' }))
    await waitFor(() => expect(address()).toContain('only,overridden'))
  })

  it('begin the matrix at the scope', async () => {
    await open(`/system-configs/sysconf/matrix?${scope}`)
    expect((await screen.findByRole('region', { name: 'Selected cells' })).textContent).toContain(`fudge_ms in ${node}`)
  })
})
