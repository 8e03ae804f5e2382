import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { option, renderForm } from '../testing/render-form.tsx'

describe('a switch', () => {
  it('has three states, of which one sets nothing', async () => {
    const { user, data } = await renderForm({ properties: { a: { type: 'boolean' } }, inherited: {} })
    await user.click(option('Off'))
    expect(data()).toEqual({ a: false })
    await user.click(option('Inherit'))
    expect(data()).toEqual({})
  })

  it('shows the choice that it inherits without choosing it', async () => {
    const { user } = await renderForm({ properties: { a: { type: 'boolean' } }, inherited: { a: true } })
    expect(option('Inherit: On').getAttribute('aria-checked')).toBe('true')
    expect(option('On').className).toContain('ghost')
    expect(option('Off').className).not.toContain('ghost')
    await user.click(option('Off'))
    expect(option('On').className).not.toContain('ghost')
  })

  it('inherits nothing where there is nothing to inherit from', async () => {
    await renderForm({ properties: { a: { type: 'boolean' } } })
    screen.getByRole('radio', { name: 'Not set' })
  })
})
