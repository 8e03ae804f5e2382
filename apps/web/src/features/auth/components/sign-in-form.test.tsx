import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { type Answer, answering, failure, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { SignInForm } from './sign-in-form.tsx'

const token = 'eyJpbnZlbnRlZCI6MX0.eyJpbnZlbnRlZCI6Mn0.aW52ZW50ZWQ'
const factor = { message: 'Bring a token.', multi_factor_request: { provider_name: 'duo', settings: {} } }

async function renderForm(answer: Answer) {
  const server = answering(answer)
  vi.stubGlobal('fetch', server.fetch)
  const onSignedIn = vi.fn()
  await renderInConsole(<SignInForm onSignedIn={onSignedIn} />)
  return { ...server, onSignedIn }
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

async function enterPassword() {
  await userEvent.type(field('Account'), 'acme')
  await userEvent.type(field('Username'), 'ada')
  await userEvent.type(field('Password'), 'invented password{Enter}')
}

afterEach(() => vi.unstubAllGlobals())

describe(SignInForm, () => {
  it('signs in with a token alone, however its lines were broken', async () => {
    const { sent, onSignedIn } = await renderForm(() => success({ ...sessionOf() }))
    await press('I have a token')
    expect(document.activeElement).toBe(field('Token'))
    await userEvent.paste(` ${token.slice(0, 30)}\n${token.slice(30)}\n`)
    await press('Sign in')
    await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledWith(sessionOf()))
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual([{ data: { token } }])
  })

  it('keeps the token nowhere: not in storage, address or history, nor on the way back to the password', async () => {
    await renderForm(() =>
      failure(401, 'invalid_credentials', { message: 'invalid credentials', cause: 'It ran out.' }),
    )
    await press('I have a token')
    await userEvent.paste(token)
    await press('Sign in')
    await screen.findByText('It ran out.')
    for (const kept of [localStorage, sessionStorage]) expect(JSON.stringify({ ...kept })).not.toContain(token)
    expect(window.location.href + JSON.stringify(window.history.state)).not.toContain(token)
    expect(field('Token').autocomplete).toBe('off')
    expect(field('Token').getAttribute('spellcheck')).toBe('false')
    await press('Sign in with name and password')
    await press('I have a token')
    expect(field('Token').value).toBe('')
  })

  it('says what a second factor asks for, and leads to the token', async () => {
    await renderForm(() => failure(401, 'invalid_credentials', factor))
    await enterPassword()
    await screen.findByText(/asks for a second factor, which only KAZOO can check/)
    await press('I have a token')
    expect(document.activeElement).toBe(field('Token'))
    expect(screen.getByRole('alert').textContent).toBe('')
    await press('Sign in with name and password')
    expect([field('Account').value, field('Username').value, field('Password').value]).toEqual(['acme', 'ada', ''])
  })

  for (const { note, answer, words } of [
    {
      note: 'wrong credentials',
      answer: () => failure(401, 'invalid_credentials', { message: 'invalid credentials' }),
      words: 'No user of this account has that name and password.',
    },
    {
      note: 'a way that is switched off',
      answer: () =>
        failure(401, 'invalid credentials', { message: 'invalid credentials', cause: 'It is switched off.' }),
      words: 'It is switched off.',
    },
    {
      note: 'too many failures',
      answer: () => failure(429, 'too_many_requests', { message: 'too many requests', cause: 'Wait a minute.' }),
      words: 'Wait a minute.',
    },
    {
      note: 'a disabled account',
      answer: () =>
        failure(400, 'validation error', { account: { disabled: { message: 'the account is disabled', cause: 'a' } } }),
      words: 'The server refused: the account is disabled',
    },
  ]) {
    it(`says in words what is the matter: ${note}`, async () => {
      await renderForm(answer)
      await enterPassword()
      await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain(words))
    })
  }

  it('sends nothing while a field is empty', async () => {
    const { sent } = await renderForm(() => success({ ...sessionOf() }))
    await press('I have a token')
    await userEvent.type(field('Token'), '  ')
    await press('Sign in')
    expect(sent).toEqual([])
    expect(document.activeElement).toBe(field('Token'))
  })
})
