import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { listFold } from '#web/lib/list-fold.ts'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { AreaLayout } from './area-layout.tsx'

afterEach(() => listFold.set('shown'))

it('folds the list away and back by one button, which keeps the focus; the browser remembers it', async () => {
  await renderInConsole(<AreaLayout list={<p>Categories</p>} pendingList={null} hasEntry />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Fold the list away', expanded: true }))
  const show = screen.getByRole('button', { name: 'Show the list', expanded: false })
  expect(document.activeElement).toBe(show)
  expect(localStorage.getItem('strata.list')).toBe('folded')
  await user.keyboard('{Enter}')
  screen.getByRole('button', { name: 'Fold the list away', expanded: true })
})
