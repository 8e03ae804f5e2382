import type { ConfigIndex } from '@strata/api-types'
import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { FindingLinks } from './finding-links.tsx'

afterEach(() => void vi.unstubAllGlobals())

const of = (id: string, findings: ConfigIndex['categories'][number]['findings']) => ({
  id,
  title: id,
  revision: '1-a',
  keys: [],
  sections: {},
  ...(findings === undefined ? {} : { findings }),
})

it('counts what the sweeper lists, in its word, and leads to it', async () => {
  const { fetch } = answering(() =>
    success({
      categories: [
        of('one', { noise: 2, invalid: 1, 'unknown-node': 3, 'unknown-zone': 1 }),
        of('two', { noise: 50 }),
        of('three', undefined),
      ],
    }),
  )
  vi.stubGlobal('fetch', fetch)
  await renderInConsole(<FindingLinks />)
  const noise = await screen.findByRole('link', { name: /^52 findings: / })
  expect(noise.getAttribute('href')).toBe('/sweeper?kind=equal-to-inherited')
  for (const { name, kind } of [
    { name: '1 finding: a value of the wrong type', kind: 'wrong-type' },
    { name: '3 findings: sections of unknown nodes', kind: 'unknown-node' },
    { name: '1 finding: a section of an unknown zone', kind: 'unknown-zone' },
  ]) {
    expect(screen.getByRole('link', { name }).getAttribute('href')).toBe(`/sweeper?kind=${kind}`)
  }
})
