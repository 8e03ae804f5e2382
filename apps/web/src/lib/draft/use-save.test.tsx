import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { dismissToasts, ToastRegion } from '#web/components/toast.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { useSave } from './use-save.ts'

afterEach(() => act(async () => dismissToasts()))

interface Stored {
  readonly revision: string
}

/** A page that saves, and can be left meanwhile. */
function Shown({ answer, onStored }: { answer: Promise<Stored>; onStored: () => void }) {
  const [isHere, setHere] = useState(true)
  return (
    <>
      {isHere ? <Page answer={answer} onStored={onStored} /> : null}
      <button type="button" onClick={() => setHere(false)}>
        Leave
      </button>
      <ToastRegion />
    </>
  )
}

function Page({ answer, onStored }: { answer: Promise<Stored>; onStored: () => void }) {
  const saving = useSave<Stored, Stored, string>({
    draft: { revision: '1-a', count: 1, begin: () => undefined },
    mutation: { mutationFn: () => answer },
    load: async () => undefined,
    look: async () => '1-a',
    onRetry: () => undefined,
    onStored,
  })
  return (
    <button type="button" onClick={() => saving.save('the draft')}>
      Save
    </button>
  )
}

for (const { note, leaves, expected } of [
  { note: 'is told that it was stored', leaves: true, expected: { told: 1, ofPage: 0 } },
  { note: 'is told by the page alone where one stays', leaves: false, expected: { told: 0, ofPage: 1 } },
]) {
  it(`who leaves a page while it saves ${note}`, async () => {
    let answer = (_: Stored) => {}
    const promise = new Promise<Stored>((resolve) => {
      answer = resolve
    })
    let ofPage = 0
    await renderInConsole(
      <Shown
        answer={promise}
        onStored={() => {
          ofPage += 1
        }}
      />,
    )
    await act(async () => screen.getByText('Save').click())
    if (leaves) await act(async () => screen.getByText('Leave').click())
    await act(async () => answer({ revision: '2-a' }))
    expect({ told: screen.queryAllByRole('alertdialog', { name: 'Stored' }).length, ofPage }).toEqual(expected)
  })
}
