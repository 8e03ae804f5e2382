import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { StoreBadge } from './store-badge.tsx'

for (const { note, session, name, says } of [
  {
    note: 'the embedded one',
    session: {},
    name: 'Store: Embedded store',
    says: ['Strata’s own store, in its data folder on this machine.', 'It takes writes.'],
  },
  {
    note: 'a KAZOO cluster’s CouchDB that is only read',
    session: { store: 'couchdb', store_address: 'db1:5984', origin: 'kazoo', read_only: 'It is KAZOO’s.' },
    name: 'Store: db1:5984',
    says: ['CouchDB db1:5984', 'It is a KAZOO cluster’s own: what is saved here, its nodes read.', 'It is KAZOO’s.'],
  },
] as const) {
  it(`says which store one works on, whose it is, and whether it takes writes: ${note}`, async () => {
    await renderInConsole(
      <SessionProvider session={sessionOf(session)}>
        <StoreBadge />
      </SessionProvider>,
    )
    await userEvent.click(screen.getByRole('button', { name }))
    const details = await screen.findByRole('dialog', { name: 'The store' })
    for (const text of says) expect(details.textContent).toContain(text)
  })
}
