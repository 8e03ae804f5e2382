import type { BulkDryRun, BulkResult, CategoryWrite, DryRun, ValidationErrors } from '@strata/api-types'
import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { withoutEmptiedSections } from '@strata/layered-config'
import type { Actor } from '#bff/auth/actor.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import { type Breathe, createBreathe } from '#bff/scheduling/breathe.ts'
import { knownNodes } from '#bff/topology/topology.ts'
import type { Configs, Sent } from '../configs.ts'
import { type LoadedCategory, loadCategory } from '../loaded-category.ts'
import { errorsBelow } from '../section-errors.ts'
import { brokenOff } from './bulk-outcome.ts'
import { parseBulkWrite, parseCategoryWrite } from './category-write.ts'
import { dryRun } from './dry-run.ts'
import { type PlannedChange, planChange } from './planned-change.ts'
import { storeTogether } from './store-together.ts'

/**
 * What a change of a category would do. Throws as `saveCategory` does: `invalid`, `precondition-failed` and `conflict`.
 * Stores nothing.
 */
export async function dryRunOfChange(
  configs: Configs,
  actor: Actor,
  name: string,
  { data, ifMatch }: Sent,
): Promise<DryRun> {
  const body = parseCategoryWrite(data)
  const [category, nodes] = await Promise.all([loadCategory(configs, name), knownNodes(configs.store)])
  requireMatch({ ifMatch }, category.document?.revision)
  const breathe = createBreathe()
  const change = await planChange(configs, actor, { category, body, breathe })
  return dryRun(change, { configs, actor, nodes, breathe })
}

/** Throws `invalid` with everything that is wrong, and `conflict` when any category has changed. Stores nothing. */
export async function dryRunOfBulk(configs: Configs, actor: Actor, data: JsonValue): Promise<BulkDryRun> {
  const breathe = createBreathe()
  const [changes, nodes] = await Promise.all([loadChanges(configs, data, breathe), knownNodes(configs.store)])
  const foreseen: DryRun[] = []
  for (const change of await planAll(configs, actor, changes, breathe)) {
    foreseen.push(await dryRun(change, { configs, actor, nodes, breathe }))
  }
  return { changes: foreseen }
}

/**
 * Stores changes of several categories, on the embedded store all or nothing. Throws as `dryRunOfBulk`, with nothing
 * stored; and as the store does, with what was stored said in the error.
 */
export async function saveBulk(configs: Configs, actor: Actor, data: JsonValue): Promise<BulkResult> {
  const breathe = createBreathe()
  const planned = await planAll(configs, actor, await loadChanges(configs, data, breathe), breathe)
  return { outcomes: await storeTogether(configs, actor, planned) }
}

interface LoadedChange {
  readonly category: LoadedCategory
  readonly body: CategoryWrite
}

async function loadChanges(configs: Configs, data: JsonValue, breathe: Breathe): Promise<LoadedChange[]> {
  const changes: LoadedChange[] = []
  for (const { category, ...body } of parseBulkWrite(data).changes) {
    changes.push({ category: await loadCategory(configs, category), body })
    await breathe()
  }
  return changes
}

/** All of them or none: what is wrong is gathered from all. A section that a change empties goes with its last leaf. */
async function planAll(
  configs: Configs,
  actor: Actor,
  changes: readonly LoadedChange[],
  breathe: Breathe,
): Promise<PlannedChange[]> {
  assertCurrent(changes)
  const planned: PlannedChange[] = []
  const errors: ValidationErrors = {}
  for (const change of changes) {
    try {
      const plan = await planChange(configs, actor, { ...change, breathe })
      planned.push({ ...plan, after: withoutEmptiedSections(plan.before, plan.after) })
    } catch (error) {
      Object.assign(errors, errorsBelow(keyedErrors(error), [change.category.name]))
    }
  }
  if (Object.keys(errors).length > 0) throw validationError(errors)
  return planned
}

/** Throws `conflict` that names every category which is not the one that its change is based on. */
function assertCurrent(changes: readonly LoadedChange[]): void {
  const outcomes = changes.map(({ category: { name, document }, body }) => {
    const revision = document?.revision ?? null
    const isCurrent = revision === body.base_revision
    return { category: name, outcome: isCurrent ? ('not-attempted' as const) : ('conflict' as const), revision }
  })
  if (outcomes.some(({ outcome }) => outcome === 'conflict')) throw brokenOff('conflict', outcomes)
}

/** Crossbar's keyed errors of what was refused as `invalid`; anything else is thrown on. */
function keyedErrors(error: unknown): ValidationErrors {
  if (!(error instanceof AppError) || error.kind !== 'invalid' || !isJsonObject(error.data)) throw error
  return mapObjects(error.data, (keywords) => mapObjects(keywords, (detail) => detail))
}

function mapObjects<T>(object: JsonObject, map: (value: JsonObject) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => (isJsonObject(value) ? [[key, map(value)]] : [])),
  )
}
