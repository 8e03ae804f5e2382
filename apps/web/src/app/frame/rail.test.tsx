import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { sessionOf } from '#web/testing/session.ts'
import { Rail } from './rail.tsx'

const nothing = () => undefined

describe('the area of a page', () => {
  it.each([
    { path: '/system-configs/sysconf', area: 'System configs' },
    { path: '/search', area: 'System configs' },
    { path: '/compare', area: 'System configs' },
    { path: '/nodes/app%40n1', area: 'System configs' },
    { path: '/storage', area: 'Storage' },
  ])('of $path is $area', async ({ path, area }) => {
    await renderInConsole(
      <SessionProvider session={sessionOf({})}>
        <Rail onSearch={nothing} onShortcuts={nothing} onGlossary={nothing} onSignOut={nothing} />
      </SessionProvider>,
      path,
    )
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe(area)
  })
})
