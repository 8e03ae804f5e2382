import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { field, renderForm } from '../testing/render-form.tsx'

describe('a number', () => {
  it('keeps what is no number as it was typed, and says so', async () => {
    const { user, data } = await renderForm({ properties: { a_s: { type: 'integer' } } })
    await user.type(field('A'), 'many')
    expect(data()).toEqual({ a_s: 'many' })
    screen.getByText('Must be a whole number.')
  })

  it('takes an amount with its unit, shown as typed until the field is left', async () => {
    const { user, data } = await renderForm({ properties: { a_ms: { type: 'integer' } } })
    await user.type(field('A'), '1 min 5s')
    expect(data()).toEqual({ a_ms: 65_000 })
    expect(field('A')).toHaveProperty('value', '1 min 5s')
    screen.getByText('ms · 1 min 5 s')
    await user.tab()
    expect(field('A')).toHaveProperty('value', '65000')
  })

  it('says quietly what is hardly meant, and takes it', async () => {
    const { user, data } = await renderForm({
      properties: { a_ms: { type: 'integer', default: 4000 } },
      inherited: { a_ms: 4000 },
    })
    expect(screen.queryByText(/is that meant/)).toBeNull()
    await user.type(field('A'), '40003500')
    screen.getByText('A hundred times the usual 4000 ms or more: is that meant?')
    expect(field('A').getAttribute('aria-invalid')).toBeNull()
    expect(data()).toEqual({ a_ms: 40_003_500 })
  })

  it('shows its unit and the amount in words', async () => {
    await renderForm({ properties: { a_ms: { type: 'integer' } }, value: { a_ms: 90000 } })
    screen.getByText('ms · 1 min 30 s')
  })
})
