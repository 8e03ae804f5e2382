import { cleanup, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { singleKeys } from './single-keys.ts'
import { useShortcut } from './use-shortcut.ts'

afterEach(() => {
  cleanup()
  singleKeys.set('on')
})

function Page({ onLetter, onCtrl, children }: { onLetter: () => void; onCtrl: () => void; children?: ReactNode }) {
  useShortcut({ key: 'j' }, onLetter)
  useShortcut({ key: 'j', withCtrl: true }, onCtrl)
  return <div>{children}</div>
}

async function press(children?: ReactNode, selector = 'body') {
  const [onLetter, onCtrl] = [vi.fn(), vi.fn()]
  const view = render(
    <Page onLetter={onLetter} onCtrl={onCtrl}>
      {children}
    </Page>,
  )
  const user = userEvent.setup()
  const focused = view.baseElement.ownerDocument.querySelector<HTMLElement>(selector)
  focused?.focus()
  await user.keyboard('j{Control>}j{/Control}')
  return { letter: onLetter.mock.calls.length, ctrl: onCtrl.mock.calls.length }
}

describe('a shortcut', () => {
  it('of one letter acts on the page', async () => expect(await press()).toEqual({ letter: 1, ctrl: 1 }))

  it('of one letter does nothing while somebody types', async () =>
    expect(await press(<input aria-label="field" />, 'input')).toEqual({ letter: 0, ctrl: 1 }))

  it('of one letter does nothing behind a dialog', async () =>
    expect(await press(<div role="dialog" aria-label="question" />)).toEqual({ letter: 0, ctrl: 1 }))

  it('of one letter acts beside a notification', async () =>
    expect(
      await press(
        // biome-ignore lint/a11y/noRedundantRoles: as React Aria draws it.
        <section role="region" aria-label="notifications">
          <div role="alertdialog" aria-label="told" />
        </section>,
      ),
    ).toEqual({ letter: 1, ctrl: 1 }))

  it('of one letter can be switched off', async () => {
    singleKeys.set('off')
    expect(await press()).toEqual({ letter: 0, ctrl: 1 })
  })
})
