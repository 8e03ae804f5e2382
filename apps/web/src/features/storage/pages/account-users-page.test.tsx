import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { AccountUsersPage } from './account-users-page.tsx'

const accountId = 'a'.repeat(32)

afterEach(() => vi.unstubAllGlobals())

describe(AccountUsersPage, () => {
  for (const { note, superduper_admin } of [
    { note: 'warns that everybody of a superduper account can do everything', superduper_admin: true },
    { note: 'warns of nothing in other accounts', superduper_admin: false },
  ]) {
    it(note, async () => {
      const { fetch } = answering(({ url }) =>
        url.includes('/users')
          ? success([{ id: 'u', username: 'ada', priv_level: 'user' }])
          : success({ id: accountId, name: 'Acme Corp', superduper_admin }),
      )
      vi.stubGlobal('fetch', fetch)
      await renderInConsole(<AccountUsersPage accountId={accountId} />)
      await screen.findByRole('heading', { name: 'Users of Acme Corp' })
      await screen.findByRole('link', { name: /ada/ })
      expect(screen.queryByRole('note') !== null).toBe(superduper_admin)
    })
  }
})
