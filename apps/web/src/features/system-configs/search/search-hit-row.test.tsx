import type { ConfigIndex, IndexedLeaf } from '@strata/api-types'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { createSearch } from './create-search.ts'
import { SearchHitRow } from './search-hit-row.tsx'
import { readQuery } from './search-query.ts'

const long = `sip:${'a-long-name.'.repeat(8)}example.net`
const at = (value: string | number): IndexedLeaf[] => [['/pace', value]]
const index: ConfigIndex = {
  categories: [
    {
      id: 'one',
      title: 'One',
      revision: '1-a',
      keys: [],
      sections: { default: at(2500), z1: at(400035), 'app@n1': at(long), 'app@n2': at(7), 'app@n3': at(8) },
    },
  ],
}

async function open() {
  const [hit] = createSearch(index).find(readQuery('pace'))
  if (hit === undefined) throw new Error('nothing was found')
  await renderInConsole(<SearchHitRow hit={hit} words={['pace']} selected={new Set()} onChoose={() => undefined} />)
  return userEvent.setup()
}

it('a value is shown whole', async () => {
  await open()
  await screen.findByRole('link', { name: 'default 2500' })
  screen.getByRole('link', { name: `app@n1 ${long}` })
})

it('the sections that are only counted at first are opened by the keyboard, and closed again', async () => {
  const user = await open()
  const more = await screen.findByRole('button', { name: '+2 sections' })
  expect(screen.queryByRole('link', { name: 'app@n3 8' })).toBeNull()
  more.focus()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('link', { name: 'app@n3 8' }).getAttribute('href')).toContain('section=app%40n3')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'fewer', expanded: true }))
  await user.keyboard('{Enter}')
  expect(screen.queryByRole('link', { name: 'app@n3 8' })).toBeNull()
})
