import type { StoragePlanAssignment } from '@strata/api-types'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ToastRegion } from '#web/components/toast.tsx'
import { SessionProvider } from '#web/lib/session.tsx'
import { renderInConsole } from '#web/testing/render-in-console.tsx'
import { answering, success } from '#web/testing/server-answers.ts'
import { sessionOf } from '#web/testing/session.ts'
import { PlanAssignment } from './plan-assignment.tsx'

afterEach(() => vi.unstubAllGlobals())

const accountId = 'a'.repeat(32)
const followed = {
  plan_id: 'gold',
  plan_name: 'Gold',
  followed_plan_id: 'gold',
  state: 'complete',
  may_assign: true,
} as const
const offered: StoragePlanAssignment['offered'] = [
  { id: 'gold', name: 'Gold', owner: 'system' },
  { id: 'own', name: 'Ours', owner: 'reseller', account_id: 'r' },
]

/** An account as the server has it; gives the plans that it was sent. */
async function open(assignment: StoragePlanAssignment, { hasDocument = true } = {}) {
  const sent: unknown[] = []
  const { fetch } = answering(({ method, body }) => {
    if (method === 'GET') return success(assignment)
    const { plan_id: planId } = JSON.parse(body).data
    sent.push(planId)
    return success({ ...assignment, plan_id: planId, plan_name: null, state: planId === null ? 'none' : 'complete' })
  })
  vi.stubGlobal('fetch', fetch)
  const onAssigned = vi.fn()
  await renderInConsole(
    <SessionProvider session={sessionOf({})}>
      <PlanAssignment accountId={accountId} hasDocument={hasDocument} onAssigned={onAssigned} />
      <ToastRegion />
    </SessionProvider>,
  )
  await screen.findByRole('region', { name: 'Storage plan' })
  return { sent, onAssigned, user: userEvent.setup() }
}

const strip = () => screen.getByRole('region', { name: 'Storage plan' })

describe('the plan of an account', () => {
  it('is changed to one of those that are offered', async () => {
    const { sent, onAssigned, user } = await open({ ...followed, offered })
    await user.click(screen.getByRole('button', { name: 'Change' }))
    expect(screen.getByRole('button', { name: 'Follow this plan' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: /Plan$/ }))
    await user.click(screen.getByRole('option', { name: /^Ours/ }))
    await user.click(screen.getByRole('button', { name: 'Follow this plan' }))
    await screen.findByText('The account follows own')
    expect(sent).toEqual(['own'])
    expect(onAssigned).toHaveBeenCalledOnce()
  })

  it('whose change was cut off is finished by the same change', async () => {
    const { sent, user } = await open({ ...followed, followed_plan_id: 'own', state: 'half-done', offered })
    expect(strip().textContent).toContain('A change to the plan Gold was cut off: nodes still follow Ours.')
    await user.click(screen.getByRole('button', { name: 'Finish' }))
    await screen.findByText('The account follows gold')
    expect(sent).toEqual(['gold'])
  })

  it('that was left half is left by Finish', async () => {
    const { sent, user } = await open({ ...followed, plan_id: null, plan_name: null, state: 'half-done', offered })
    expect(strip().textContent).toContain('Leaving the plan was cut off')
    await user.click(screen.getByRole('button', { name: 'Finish' }))
    await screen.findByText('The account follows no plan')
    expect(sent).toEqual([null])
  })

  it('that does not exist is said', async () => {
    await open({ ...followed, plan_name: null, state: 'unknown-plan', offered })
    expect(strip().textContent).toContain('Follows a plan that does not exist, gold')
  })

  it('does not count without a document, which is said', async () => {
    await open({ ...followed, offered }, { hasDocument: false })
    expect(strip().textContent).toContain('It does not count yet')
  })

  it('is only told to those who may not change it', async () => {
    await open({ ...followed, may_assign: false, offered: [] })
    expect(strip().textContent).toContain('Follows the plan Gold.')
    expect(within(strip()).queryByRole('button')).toBeNull()
  })
})
