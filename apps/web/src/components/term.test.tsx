import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { IntlProvider } from 'use-intl'
import { expect, it } from 'vitest'
import { en } from '#web/texts/en/index.ts'
import { Term } from './term.tsx'

async function shown() {
  render(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      <Term term="pin">pins</Term>
    </IntlProvider>,
  )
  return userEvent.setup()
}

it('says what a word means to the keyboard, and describes it by that', async () => {
  const user = await shown()
  expect(screen.queryByRole('tooltip')).toBeNull()
  await user.tab()
  const meaning = await screen.findByRole('tooltip')
  expect(meaning.textContent).toBe(en.glossary.pin)
  expect(screen.getByRole('button', { name: 'pins' }).getAttribute('aria-describedby')).toBe(meaning.id)
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('tooltip')).toBeNull()
})

it('says it where nothing hovers, by a press', async () => {
  const user = await shown()
  await user.pointer([{ keys: '[TouchA]', target: screen.getByRole('button', { name: 'pins' }) }])
  expect((await screen.findByRole('tooltip')).textContent).toBe(en.glossary.pin)
})
