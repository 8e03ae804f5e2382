import type { NodeChange, NodeDetail, NodeJob, NodeJobWrite, NodeReview } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { draftKey, forgetDrafts, keepDraft } from '#web/lib/draft/kept-drafts.ts'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { NodeActions } from './node-actions.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  forgetDrafts()
})

const detail: NodeDetail = {
  name: 'app@n1',
  kind: 'node',
  zone: 'z1',
  zone_is: 'assigned',
  assigned_zone: 'z1',
  is_known: true,
  zones: ['z1', 'z2'],
  categories: [],
}
const reviewed: NodeReview = {
  changes: [],
  refused: [{ category: 'three', message: 'a: must be a number' }],
  skipped: ['two'],
  topology: [{ node: 'app@n9', after: 'z2' }],
}

/** The jobs' API in place of the network: every step of a job is done at once. */
function startFakeJobs(outcome: NodeJob['steps'][number] = { category: 'one', outcome: 'stored' }) {
  const asked: NodeChange[] = []
  const begun: NodeJobWrite[] = []
  const acts: string[] = []
  let job: NodeJob | undefined
  const { fetch } = answering(({ method, url, body }) => {
    if (url.endsWith('/topology')) return success({ revision: '1', nodes: [{ name: 'app@n2', zone: 'z1' }] })
    if (url.endsWith('/index')) return success({ categories: [] })
    if (url.endsWith('/node_jobs')) return success(job === undefined ? [] : [toJson(job)])
    if (url.endsWith('/dry_run')) {
      asked.push(JSON.parse(body).data)
      return success(toJson(reviewed))
    }
    if (method === 'PUT') {
      begun.push(JSON.parse(body).data)
      const { change } = JSON.parse(body).data
      job = { id: url.slice(-32), change, state: 'ended', created: '2026-01-01T00:00:00Z', steps: [outcome] }
    }
    if (method === 'POST' && job !== undefined) {
      acts.push(JSON.parse(body).data.action)
      job = { ...job, steps: [{ category: 'one', outcome: 'taken-back' }] }
    }
    return success(toJson(job ?? {}))
  })
  vi.stubGlobal('fetch', fetch)
  return { asked, begun, acts }
}

function toJson(data: object): JsonValue {
  return JSON.parse(JSON.stringify(data))
}

const open = (readOnly: string | null = null) =>
  renderInConsole(
    <SessionProvider session={sessionOf({ is_superduper_admin: true, read_only: readOnly })}>
      <NodeActions detail={detail} />
    </SessionProvider>,
  )

async function reviewClone() {
  await userEvent.click(screen.getByRole('button', { name: 'Clone…' }))
  await userEvent.type(await screen.findByRole('combobox', { name: 'To the node' }), 'app@n9')
  await userEvent.click(screen.getByRole('button', { name: 'Review' }))
  return screen.findByRole('dialog', { name: 'Clone app@n1 to app@n9' })
}

describe('cloning a node', () => {
  it('is chosen, reviewed with what is left out, begun as one job, and taken back', async () => {
    const { asked, begun, acts } = startFakeJobs()
    await open()
    const review = await reviewClone()
    await within(review).findByText('Left out, because the target sets something there: two.')
    within(review).getByText('a: must be a number')
    within(review).getByText('Topology: app@n9 is added in z2.')
    expect(asked).toEqual([{ kind: 'clone', node: 'app@n1', to: 'app@n9', existing: 'merge' }])
    await userEvent.click(within(review).getByRole('button', { name: 'Clone' }))
    const job = await screen.findByRole('dialog', { name: 'Cloning app@n1 to app@n9' })
    await within(job).findByText('1 of 1 stored.')
    expect(begun).toEqual([{ change: asked[0], reviewed: {} }])
    expect(within(job).queryByRole('button', { name: 'Do the rest' })).toBeNull()
    await userEvent.click(within(job).getByRole('button', { name: 'Take it back' }))
    await within(job).findByText('1 of 1 taken back.')
    expect(acts).toEqual(['take-back'])
    await userEvent.click(within(job).getAllByRole('button', { name: 'Close' })[0] as HTMLElement)
    await userEvent.click(await screen.findByRole('button', { name: 'Last change' }))
    await screen.findByRole('dialog', { name: 'Cloning app@n1 to app@n9' })
  })

  it('names what was left as it is, and offers to do the rest', async () => {
    startFakeJobs({ category: 'one', outcome: 'conflict', message: 'It has changed since the review.' })
    await open()
    const review = await reviewClone()
    await userEvent.click(await within(review).findByRole('button', { name: 'Clone' }))
    await screen.findByText('0 of 1 stored; 1 needs a look.')
    screen.getByText('It has changed since the review.')
    screen.getByRole('button', { name: 'Do the rest' })
  })

  for (const { name, problem } of [
    { name: 'app@n1', problem: 'That is the node itself.' },
    { name: 'z1', problem: 'A node is called name@host.' },
    { name: 'a/b@c', problem: 'The name has a slash.' },
  ]) {
    it(`says what is wrong with ${name} as its target`, async () => {
      const { asked } = startFakeJobs()
      await open()
      await userEvent.click(screen.getByRole('button', { name: 'Clone…' }))
      await userEvent.type(await screen.findByRole('combobox', { name: 'To the node' }), `${name}{Enter}`)
      await screen.findByText(problem)
      expect(asked).toEqual([])
    })
  }

  it('can be tried, but not begun, where nothing may be stored', async () => {
    startFakeJobs()
    await open('Only to look at.')
    const review = await reviewClone()
    await within(review).findByText('Only to look at.')
    expect(within(review).queryByRole('button', { name: 'Clone' })).toBeNull()
  })
})

describe('unsaved changes in this browser', () => {
  const kept = { revision: '1-a', keptAt: Date.now(), secrets: [] }
  const session = sessionOf({})
  const of = (section: string) => [{ section, pointer: '/a', op: 'remove' }]
  const keep = (document: string, more: object) => keepDraft(draftKey(session, document), { ...kept, ...more })

  async function retire() {
    startFakeJobs()
    await open()
    await userEvent.click(screen.getByRole('button', { name: 'More to do with this node' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Retire…' }))
    return within(await screen.findByRole('dialog', { name: 'Retire app@n1' }))
  }

  it('of the node, or of the topology, are told in the review: they would set it again', async () => {
    keep('media', { operations: of('app@n1'), base: {} })
    keep('sysconf', { operations: [], base: {}, secrets: ['/app@n1/password'] })
    keep('other', { operations: of('app@n2'), base: {} })
    keep('/console/topology', { changes: [], base: {} })
    const review = await retire()
    await review.findByText(/Saved afterwards, they give app@n1 a section again/)
    const links = review.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('target')])
    expect(links.sort()).toEqual([
      ['Topology', '_blank'],
      ['media', '_blank'],
      ['sysconf', '_blank'],
    ])
  })

  it('of other nodes are not', async () => {
    keep('other', { operations: of('app@n2'), base: {} })
    const review = await retire()
    await review.findByText(/Everything that app@n1 sets is removed/)
    expect(review.queryByRole('link')).toBeNull()
  })
})

it('retiring a node is reviewed at once, with what that means', async () => {
  const { asked } = startFakeJobs()
  await open()
  await userEvent.click(screen.getByRole('button', { name: 'More to do with this node' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Retire…' }))
  await screen.findByText(/Everything that app@n1 sets is removed/)
  expect(asked).toEqual([{ kind: 'retire', node: 'app@n1' }])
})
