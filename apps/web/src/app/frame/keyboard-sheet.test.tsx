import { act, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { useShortcut } from '#web/lib/use-shortcut.ts'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { KeyboardSheet } from './keyboard-sheet.tsx'

function Page({ keys }: { keys: readonly { key: string; withCtrl?: boolean }[] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {keys.map((shortcut) => (
        <Key key={shortcut.key} shortcut={shortcut} />
      ))}
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <KeyboardSheet isOpen={isOpen} onOpenChange={setOpen} />
    </>
  )
}

function Key({ shortcut }: { shortcut: { key: string; withCtrl?: boolean } }) {
  useShortcut(shortcut, () => undefined)
  return null
}

for (const { note, keys, groups, lines } of [
  { note: 'nothing but the frame’s where the page has none', keys: [], groups: ['Everywhere'], lines: 3 },
  {
    note: 'those of a form that saves',
    keys: [{ key: '/' }, { key: 's', withCtrl: true }],
    groups: ['Everywhere', 'In forms'],
    lines: 8,
  },
  {
    note: 'those of rows',
    keys: [{ key: 'j' }, { key: '[' }],
    groups: ['Everywhere', 'Among the settings of a category'],
    lines: 11,
  },
]) {
  it(`lists the keys that do something here: ${note}`, async () => {
    await renderInConsole(<Page keys={keys} />)
    await act(async () => screen.getByText('Open').click())
    const sheet = within(await screen.findByRole('dialog'))
    const headings = sheet.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(headings).toEqual([...groups, 'Shortcuts of one key'])
    expect(sheet.getAllByRole('term')).toHaveLength(lines)
  })
}
