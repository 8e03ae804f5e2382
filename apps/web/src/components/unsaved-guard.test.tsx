import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'

describe(UnsavedGuard, () => {
  it('lets a clean page be left without a question', async () => {
    const console = await renderInConsole(<UnsavedGuard isDirty={false} />)
    await console.visit('/elsewhere')
    expect(console.path()).toBe('/elsewhere')
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('asks before a dirty page is left, and stays when told to', async () => {
    const console = await renderInConsole(<UnsavedGuard isDirty />)
    await console.visit('/elsewhere')
    await userEvent.click(screen.getByRole('button', { name: 'Stay here' }))
    expect(console.path()).toBe('/here')
  })

  it('leaves when told to', async () => {
    const console = await renderInConsole(<UnsavedGuard isDirty />)
    await console.visit('/elsewhere')
    await userEvent.click(screen.getByRole('button', { name: 'Leave and lose them' }))
    expect(console.path()).toBe('/elsewhere')
  })

  it('asks nothing when only the search changes: filters and sections keep the draft', async () => {
    const console = await renderInConsole(<UnsavedGuard isDirty />)
    await console.visit('/here?section=z1')
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('asks nothing where the browser keeps all of it', async () => {
    const console = await renderInConsole(<UnsavedGuard isDirty isKept isKeptWhole />)
    const closing = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(closing)
    expect(closing.defaultPrevented).toBe(false)
    await console.visit('/elsewhere')
    expect(console.path()).toBe('/elsewhere')
  })

  it('asks before the tab is closed', async () => {
    await renderInConsole(<UnsavedGuard isDirty />)
    const closing = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(closing)
    expect(closing.defaultPrevented).toBe(true)
  })
})
