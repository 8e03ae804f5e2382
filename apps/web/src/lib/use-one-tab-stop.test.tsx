import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useRef } from 'react'
import { expect, it } from 'vitest'
import { useOneTabStop } from './use-one-tab-stop.ts'

function List({ names, current }: { names: readonly string[]; current?: string }) {
  const list = useRef<HTMLDivElement>(null)
  useOneTabStop(list)
  return (
    <>
      <button type="button">before</button>
      <div ref={list}>
        {names.map((name) => (
          <a key={name} href={`#${name}`} {...(name === current ? { 'aria-current': 'page' } : {})}>
            {name}
          </a>
        ))}
      </div>
      <button type="button">after</button>
    </>
  )
}

const focused = () => document.activeElement?.textContent

async function press(keys: string): Promise<string | null | undefined> {
  await userEvent.keyboard(keys)
  return focused()
}

it('is one stop of Tab, at the page that is shown; the arrow keys, Home and End go from link to link', async () => {
  render(<List names={['a', 'b', 'c', 'd']} current="b" />)
  await userEvent.tab()
  expect(await press('{Tab}')).toBe('b')
  expect(await press('{ArrowDown}')).toBe('c')
  expect(await press('{End}')).toBe('d')
  expect(await press('{ArrowDown}')).toBe('d')
  expect(await press('{Home}')).toBe('a')
  expect(await press('{ArrowUp}')).toBe('a')
  expect(await press('{Tab}')).toBe('after')
  expect(await press('{Shift>}{Tab}{/Shift}')).toBe('b')
  expect(await press('{Shift>}{Tab}{/Shift}')).toBe('before')
})

it('where no page is shown, Tab arrives at the first, and comes back to where one was', async () => {
  render(<List names={['a', 'b', 'c']} />)
  await userEvent.tab()
  expect(await press('{Tab}')).toBe('a')
  expect(await press('{ArrowDown}{Tab}')).toBe('after')
  expect(await press('{Shift>}{Tab}{/Shift}')).toBe('b')
})

it('a list that becomes another one still has its stop', async () => {
  const { rerender } = render(<List names={['a', 'b']} current="b" />)
  rerender(<List names={['x', 'a']} />)
  screen.getByText('before').focus()
  expect(await press('{Tab}')).toBe('x')
  expect(await press('{Tab}')).toBe('after')
})
