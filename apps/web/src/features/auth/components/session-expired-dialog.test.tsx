import { useQuery } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { api } from '#web/lib/api-client.ts'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, failure, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { SessionExpiredDialog } from './session-expired-dialog.tsx'

function Page() {
  const { data } = useQuery({ queryKey: ['page'], queryFn: async () => (await api.get<string>('/v2/page')).data })
  return (
    <>
      <input aria-label="Draft" defaultValue="typed before" />
      <p>{data}</p>
    </>
  )
}

/** A server whose session ran out; signing in with the password `right` starts another, of `next`. */
async function renderExpired(next = sessionOf()) {
  let isSignedIn = false
  const server = answering(({ method, url, body }) => {
    if (url === '/console/session' && method === 'POST') {
      isSignedIn = body.includes('"right"')
      return isSignedIn ? success({ ...next }) : failure(401, 'invalid_credentials')
    }
    return isSignedIn ? success('the page') : failure(401, 'invalid_credentials')
  })
  vi.stubGlobal('fetch', server.fetch)
  await renderInConsole(
    <SessionProvider session={sessionOf()}>
      <Page />
      <SessionExpiredDialog />
    </SessionProvider>,
  )
  await screen.findByRole('alertdialog', { name: 'Your session ended' })
  return server
}

afterEach(() => vi.unstubAllGlobals())

describe(SessionExpiredDialog, () => {
  it('asks for the password of the one who was signed in, and loads the page again', async () => {
    const { sent } = await renderExpired()
    await userEvent.type(screen.getByLabelText('Password'), 'right{Enter}')
    await screen.findByText('the page')
    await vi.waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    const signIn = sent.find(({ method }) => method === 'POST')
    expect(JSON.parse(signIn?.body ?? '')).toEqual({
      data: { account_name: 'master', username: 'admin', password: 'right' },
    })
  })

  it('keeps what was typed on the page behind it', async () => {
    await renderExpired()
    await userEvent.type(screen.getByLabelText('Password'), 'right{Enter}')
    await screen.findByText('the page')
    expect(screen.getByLabelText<HTMLInputElement>('Draft').value).toBe('typed before')
  })

  it('says so when the password is wrong, and stays', async () => {
    await renderExpired()
    await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('No user of this account has that name')
    expect(screen.getByRole('alertdialog')).toBeDefined()
  })

  it('starts the console anew for somebody else: the drafts are not theirs', async () => {
    await renderExpired(sessionOf({ user_id: 'c'.repeat(32) }))
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)
    await userEvent.type(screen.getByLabelText('Password'), 'right{Enter}')
    await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/'))
    expect(screen.getByRole('alertdialog')).toBeDefined()
    assign.mockRestore()
  })
})
