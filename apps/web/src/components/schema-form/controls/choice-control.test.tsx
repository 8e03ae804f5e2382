import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderForm } from '../testing/render-form.tsx'

describe('a choice', () => {
  it('offers what the schema lists, and a stored value that it does not list', async () => {
    const { user, data } = await renderForm({
      properties: { a: { type: 'string', enum: ['one', 'two'] } },
      value: { a: 'odd' },
    })
    await user.click(screen.getByRole('button', { name: /A$/ }))
    expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual(['Not set', 'one', 'two', 'odd'])
    await user.click(screen.getByRole('option', { name: 'two' }))
    expect(data()).toEqual({ a: 'two' })
  })

  it('shows what is inherited as what is not chosen here', async () => {
    const { user } = await renderForm({
      properties: { a: { type: 'string', enum: ['one', 'two'] } },
      inherited: { a: 'two' },
    })
    await user.click(screen.getByRole('button', { name: /A$/ }))
    expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual(['twoNot set here', 'one', 'two'])
  })
})
