import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { startFakeServer } from '../testing/fake-server.ts'
import { MatrixPage } from './matrix-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const [node, retired] = ['app@n1.lon.example.net', 'app@retired.example.net']

describe('the columns of a matrix', () => {
  async function open() {
    const server = startFakeServer(
      { sections: { default: {} }, defaults: {} },
      { fudge_ms: { type: 'integer' } },
      { [node]: 'lon' },
    )
    server.storeElsewhere(retired)
    await renderInConsole(
      <SessionProvider session={sessionOf({})}>
        <MatrixPage category="sysconf" search={{}} />
      </SessionProvider>,
      '/system-configs/sysconf/matrix',
    )
    await screen.findByText('1 setting · 1 zone · 2 nodes')
  }

  it('have a node that only another category names, and whose zone nobody knows', async () => {
    await open()
    // The key, `default`, the zone and both nodes.
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-colcount')).toBe('5'))
  })
})

it('says of a category without any key that there is nothing yet, not that a filter hides it', async () => {
  startFakeServer({ sections: {}, defaults: {} }, {})
  await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <MatrixPage category="sysconf" search={{}} />
    </SessionProvider>,
    '/system-configs/sysconf/matrix',
  )
  await screen.findByText('There are no settings yet')
  expect(screen.getByRole('link', { name: 'Go to the form' }).getAttribute('href')).toBe('/system-configs/sysconf')
})
