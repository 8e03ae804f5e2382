import type { StorageTestEnded, StorageTestStep } from '@strata/api-types'
import type { EntryMap } from '../document/document-parts.ts'
import type { EntryTest } from './entry-test.ts'

const stepsOf: Readonly<Record<EntryMap, readonly StorageTestStep[]>> = {
  attachments: ['resolve', 'connect', 'tls', 'authenticate', 'write', 'read', 'compare', 'delete'],
  connections: ['resolve', 'connect', 'tls', 'version', 'authenticate', 'create_database'],
}

export type ShownStep = StorageTestEnded | { readonly step: StorageTestStep; readonly state: 'running' | 'untried' }

/** The steps of a test in their order; behind one that failed, those that were not tried after it. */
export function shownSteps({ steps, outcome }: EntryTest, map: EntryMap): ShownStep[] {
  const order = stepsOf[map]
  const told = new Map(steps.map((step) => [step.step, step]))
  const failedAt = order.findIndex((step) => told.get(step)?.state === 'failed')
  const isUntried = (index: number) => outcome?.result === 'failed' && failedAt !== -1 && index > failedAt
  return order.flatMap((step, index): ShownStep[] => {
    const known = told.get(step)
    if (known !== undefined) return [known]
    return isUntried(index) ? [{ step, state: 'untried' }] : []
  })
}
