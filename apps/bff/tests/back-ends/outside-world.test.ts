import { expect, it } from 'vitest'
import { outsideWorld } from '#bff/back-ends/outside-world.ts'

it('providers are asked at their own addresses, encrypted, and a step may take ten seconds', () => {
  const { azure, ...fixed } = outsideWorld.endpoints
  expect(azure('someaccount')).toBe('https://someaccount.blob.core.windows.net')
  expect(fixed).toEqual({
    google: 'https://www.googleapis.com',
    dropboxContent: 'https://content.dropboxapi.com',
    dropbox: 'https://api.dropboxapi.com',
    microsoftGraph: 'https://graph.microsoft.com',
  })
  expect(outsideWorld.stepMs).toBe(10_000)
})
