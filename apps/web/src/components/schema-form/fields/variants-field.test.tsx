import type { JsonObject } from '@strata/json'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { option, renderForm } from '../testing/render-form.tsx'

describe('a union', () => {
  it('of a text and a list of texts turns one into the other', async () => {
    const { user, data } = await renderForm({
      properties: { to: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] } },
      value: { to: 'a@b.example' },
    })
    await user.click(option('List'))
    expect(data()).toEqual({ to: ['a@b.example'] })
    await user.click(option('Text'))
    expect(data()).toEqual({ to: 'a@b.example' })
  })

  const backEnd: JsonObject = {
    type: 'object',
    properties: { name: { type: 'string' } },
    oneOf: ['s3', 'http'].map((handler) => ({
      required: ['handler'],
      properties: {
        handler: { enum: [handler] },
        settings: {
          type: 'object',
          required: [handler === 's3' ? 'bucket' : 'url'],
          properties: { [handler === 's3' ? 'bucket' : 'url']: { type: 'string', minLength: 3 } },
        },
      },
    })),
  }
  const hints = {
    fields: {
      backend: {
        variants: {
          layout: 'cards' as const,
          kinds: { s3: { title: 'S3', description: 'Any S3' }, http: { title: 'Web server' } },
        },
      },
    },
  }

  it('is chosen by cards, and writes what tells the kind', async () => {
    const { user, data } = await renderForm({ properties: { backend: backEnd }, hints })
    await user.click(screen.getByRole('radio', { name: /S3/ }))
    expect(data()).toEqual({ backend: { handler: 's3' } })
  })

  it('keeps what kinds share, and remembers what each had', async () => {
    const value = { backend: { handler: 's3', name: 'Files', settings: { bucket: 'calls' }, extra: 1 } }
    const { user, data } = await renderForm({ properties: { backend: backEnd }, value, hints })
    await user.click(option('Web server'))
    expect(data()).toEqual({ backend: { handler: 'http', name: 'Files', extra: 1 } })
    await user.click(screen.getByRole('radio', { name: /S3/ }))
    expect(data()).toEqual(value)
  })

  it('tells the errors of the chosen kind only', async () => {
    await renderForm({
      properties: { backend: backEnd },
      value: { backend: { handler: 's3', settings: { bucket: 'b' } } },
      hints,
    })
    screen.getByText('Needs at least 3 characters.')
    expect(screen.queryByText('Is needed.')).toBeNull()
    expect(screen.queryByText('Choose which kind this is.')).toBeNull()
  })
})
