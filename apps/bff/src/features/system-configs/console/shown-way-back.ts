import type { WayBack } from '@strata/api-types'
import { deepEqual, getAt, parsePointer } from '@strata/json'
import { type Category, effectiveSection, type LeafOperation, wayBack } from '@strata/layered-config'
import type { Actor } from '#bff/auth/actor.ts'
import { AppError } from '#bff/errors/app-error.ts'
import type { Configs } from '../configs.ts'
import { restoredLeaf } from '../secrets.ts'
import type { PlannedChange } from './planned-change.ts'

/**
 * The way back from a change that is stored, as it may travel.
 * - no secret is in it, whoever asks: what would need one that is stored no more is named instead
 */
export function shownWayBack(
  configs: Configs,
  actor: Actor,
  { category: { defaults }, before, after }: Pick<PlannedChange, 'category' | 'before' | 'after'>,
): WayBack {
  const back = wayBack({ before, after, defaults })
  const shown = back.operations.map((operation) => ({
    operation,
    travels: asItMayTravel(configs, actor, operation, { sections: after, defaults }),
  }))
  return {
    operations: shown.flatMap(({ travels }) => travels ?? []),
    lost: [
      ...shown.flatMap(({ operation: { section, pointer }, travels }) =>
        travels === undefined ? [{ section, pointer, reason: 'secret' as const }] : [],
      ),
      ...back.lost.map((section) => ({ section, pointer: '', reason: 'no-section' as const })),
    ],
  }
}

/** Undefined where nothing but the secret itself would give back what was stored. */
function asItMayTravel(
  configs: Configs,
  actor: Actor,
  operation: LeafOperation,
  after: Category,
): LeafOperation | undefined {
  if (operation.op === 'remove') return operation
  const { section, pointer, value } = operation
  const path = [section, ...parsePointer(pointer)]
  const sent = configs.redactor.redact(value, path)
  if (deepEqual(sent, value)) return operation
  const known = getAt(effectiveSection(after, section), pointer)
  try {
    return deepEqual(restoredLeaf(configs, actor, { sent, known, path }), value)
      ? { ...operation, value: sent }
      : undefined
  } catch (error) {
    if (error instanceof AppError && error.kind === 'invalid') return undefined
    throw error
  }
}
