import type { AccountHit } from '@strata/api-types'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { AccountPicker } from './account-picker.tsx'

const accounts = ['Acme Corp', 'Acme Paris', 'Bluebird'].map((name, index) => ({
  id: `account-${index}`,
  name,
  realm: `${index}.example`,
  path: ['master'],
  is_reseller: index === 0,
  has_storage: false,
}))

async function renderPicker(onChoose: (account: AccountHit) => void = () => undefined) {
  const server = answering(({ url }) => {
    const search = new URL(url, 'http://test').searchParams.get('search')?.toLowerCase() ?? ''
    return success(accounts.filter(({ name }) => name.toLowerCase().includes(search)))
  })
  vi.stubGlobal('fetch', server.fetch)
  await renderInConsole(<AccountPicker label="Find an account" onChoose={onChoose} />)
  return { ...server, input: screen.getByRole<HTMLInputElement>('combobox', { name: 'Find an account' }) }
}

afterEach(() => vi.unstubAllGlobals())

describe(AccountPicker, () => {
  it('offers what the server finds, and takes the one chosen by keyboard alone', async () => {
    const onChoose = vi.fn()
    const { input } = await renderPicker(onChoose)
    await userEvent.tab()
    expect(document.activeElement).toBe(input)
    await userEvent.keyboard('acme')
    await vi.waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(accounts[1])
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('')
    expect(screen.queryByRole('option')).toBeNull()
  })

  it('says where in the tree a hit sits', async () => {
    await renderPicker()
    await userEvent.tab()
    expect((await screen.findAllByRole('option'))[0]?.textContent).toContain('master › 0.example')
  })

  it('asks the server once for a word typed in one go', async () => {
    const { sent } = await renderPicker()
    await userEvent.tab()
    await userEvent.keyboard('blue')
    await screen.findByRole('option', { name: /Bluebird/ })
    await vi.waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
    expect(sent.map(({ url }) => url)).toEqual([
      '/console/accounts?search=&limit=20',
      '/console/accounts?search=blue&limit=20',
    ])
  })

  it('says so when nothing matches', async () => {
    await renderPicker()
    await userEvent.tab()
    await userEvent.keyboard('zzz')
    expect(await screen.findByText('No account matches “zzz”.')).toBeDefined()
  })

  it('Escape closes the list and clears the field', async () => {
    const { input } = await renderPicker()
    await userEvent.tab()
    await userEvent.keyboard('acme')
    await screen.findAllByRole('option')
    await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => expect(input.getAttribute('aria-expanded')).toBe('false'))
    expect(input.value).toBe('')
  })
})
