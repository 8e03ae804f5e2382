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

  it('shows its unit and the amount in words', async () => {
    await renderForm({ properties: { a_ms: { type: 'integer' } }, value: { a_ms: 90000 } })
    screen.getByText('ms · 1 min 30 s')
  })
})
