import type { JsonObject } from '@strata/json'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { button, field, marker, renderForm } from '../testing/render-form.tsx'

describe('an address with a secret', () => {
  const properties: JsonObject = { url: { type: 'string', format: 'uri' } }
  const shown = 'https://•••@files.example/in?key=•••'
  const stored: JsonObject = { ...marker, shown }
  const edit = (before?: JsonObject) =>
    renderForm({ properties, value: { url: stored }, ...(before === undefined ? {} : { before }) })

  it('is shown with ••• for what is kept, by its fingerprint, and says so', async () => {
    await edit({ url: stored })
    expect(field('URL')).toHaveProperty('value', shown)
    screen.getByText('#a1b2')
    screen.getByText(/What reads ••• is kept/)
  })

  for (const before of [undefined, { url: stored }]) {
    const where = before === undefined ? 'where nobody knows what was there before' : 'beside what is stored'
    it(`keeps its secrets with another parameter, and goes back to what is stored, ${where}`, async () => {
      const { user, data } = await edit(before)
      await user.type(field('URL'), '&a=b')
      expect(data()).toEqual({ url: { ...stored, shown: `${shown}&a=b` } })
      await user.click(button('Keep the stored one'))
      expect(data()).toEqual({ url: stored })
      expect(field('URL')).toHaveProperty('value', shown)
    })
  }

  it('says that the secret stays with its server', async () => {
    const { user } = await edit({ url: stored })
    await user.clear(field('URL'))
    await user.type(field('URL'), shown.replace('files', 'evil'))
    screen.getByText(/stays with the server it was entered for/)
  })

  it('half of whose ••• is erased still means what is stored, so that the server can say no', async () => {
    const { user, data } = await edit()
    await user.clear(field('URL'))
    await user.type(field('URL'), 'https://••@files.example/in')
    expect(data()).toEqual({ url: { ...stored, shown: 'https://••@files.example/in' } })
  })

  for (const before of [undefined, { url: stored }]) {
    const where = before === undefined ? 'where nobody knows what was there before' : 'beside what is stored'
    it(`whose ••• are all typed over is a plain text, typed in the same field, ${where}`, async () => {
      const { user, data } = await edit(before)
      const input = field('URL')
      await user.clear(input)
      await user.type(input, 'https://u:p@evil.example/')
      expect(data()).toEqual({ url: 'https://u:p@evil.example/' })
      expect(field('URL')).toBe(input)
      screen.getByText('Nothing of the stored secret is kept.')
    })
  }
})
