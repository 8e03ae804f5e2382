import { describe, expect, it, vi } from 'vitest'
import { field, renderForm } from '../testing/render-form.tsx'

describe('JSON', () => {
  it('takes a value only when it is one, and tells the page what is not done', async () => {
    const onUnfinished = vi.fn()
    const { user, data, changes } = await renderForm({ properties: { a: { description: 'anything' } }, onUnfinished })
    await user.type(field('A'), '[[1')
    expect(changes).toEqual([])
    expect(onUnfinished).toHaveBeenLastCalledWith([expect.objectContaining({ pointer: '/a' })])
    await user.type(field('A'), ', 2]')
    expect(data()).toEqual({ a: [1, 2] })
    expect(field('A')).toHaveProperty('value', '[1, 2]')
    expect(onUnfinished).toHaveBeenLastCalledWith([])
  })
})
