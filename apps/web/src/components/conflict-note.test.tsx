import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ReactNode, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { expect, it } from 'vitest'
import { en } from '#web/texts/en/index.ts'
import { ConflictNote, GoneNote } from './conflict-note.tsx'

function Shown({ note }: { note: (done: () => void) => ReactNode }) {
  const [isAsked, setAsked] = useState(true)
  return (
    <main id="content" tabIndex={-1}>
      {isAsked ? note(() => setAsked(false)) : null}
    </main>
  )
}

for (const { name, note } of [
  {
    name: 'Load the current version, keep my changes',
    note: (done: () => void) => <ConflictNote name="sysconf" onReload={done} />,
  },
  {
    name: 'Discard mine',
    note: (done: () => void) => <GoneNote name="sysconf" onKeep={done} onDiscard={done} />,
  },
]) {
  it(`“${name}”: the focus goes to the page when its button goes`, async () => {
    render(
      <IntlProvider locale="en" messages={en} timeZone="UTC">
        <Shown note={note} />
      </IntlProvider>,
    )
    await userEvent.setup().click(screen.getByRole('button', { name }))
    await waitFor(() => expect(document.activeElement).toBe(document.getElementById('content')))
  })
}
