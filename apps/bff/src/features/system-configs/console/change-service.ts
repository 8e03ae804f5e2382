import type { BulkDryRun, BulkResult, CategoryWrite, DryRun } from '@strata/api-types'
import { isJsonObject, type JsonObject } from '@strata/json'
import type { KnownNode } from '@strata/layered-config'
import type { Context } from '#bff/context.ts'
import { AppError, validationError } from '#bff/errors/app-error.ts'
import { requireMatch } from '#bff/http/preconditions.ts'
import type { ApiRequest } from '#bff/http/route.ts'
import { type Breathe, createBreathe } from '#bff/scheduling/breathe.ts'
import type { ValidationErrors } from '#bff/validation/validator.ts'
import { errorsBelow, mappingErrors } from '../error-paths.ts'
import type { CategoryLoader, LoadedCategory } from '../loaded-category.ts'
import type { Secrets } from '../secrets.ts'
import type { SectionKeysOf } from '../section-keys.ts'
import type { ConfigStore } from '../store.ts'
import { brokenOff } from './bulk-outcome.ts'
import { parseBulkWrite, parseCategoryWrite } from './category-write.ts'
import type { ChangePlanner, PlannedChange } from './change-planner.ts'
import { dryRun } from './dry-run.ts'
import { storeTogether } from './store-together.ts'

/** What a change would do, and changes of several categories at once. */
export interface ChangeService {
  /** Throws as the write does: `invalid`, `precondition-failed` and `conflict`. Stores nothing. */
  dryRun(category: string, request: ApiRequest): Promise<DryRun>
  /** Throws `invalid` with everything that is wrong, and `conflict` when any category has changed. Stores nothing. */
  bulkDryRun(request: ApiRequest): Promise<BulkDryRun>
  /**
   * On the embedded store all or nothing. Throws as `bulkDryRun`, with nothing stored; and as the store does, with what
   * was stored said in the error.
   */
  bulk(request: ApiRequest): Promise<BulkResult>
}

interface Parts {
  readonly context: Context
  readonly store: ConfigStore
  readonly load: CategoryLoader
  readonly secrets: Secrets
  readonly planner: ChangePlanner
  readonly keysOf: SectionKeysOf
}

interface LoadedChange {
  readonly category: LoadedCategory
  readonly body: CategoryWrite
}

export function createChangeService({ context, store, load, secrets, planner, keysOf }: Parts): ChangeService {
  function foresee(
    change: PlannedChange,
    nodes: readonly KnownNode[],
    request: ApiRequest,
    breathe: Breathe,
  ): Promise<DryRun> {
    const { name, snapshot } = change.category
    const rules = { name, snapshot, validator: context.validator }
    return dryRun(change, { keys: keysOf(name, snapshot), nodes, rules, secrets, request, breathe })
  }

  async function loaded(request: ApiRequest, breathe: Breathe): Promise<LoadedChange[]> {
    const changes: LoadedChange[] = []
    for (const { category, ...body } of parseBulkWrite(request.data).changes) {
      changes.push({ category: await load(category), body })
      await breathe()
    }
    return changes
  }

  function plan({ category, body }: LoadedChange, request: ApiRequest, breathe: Breathe): Promise<PlannedChange> {
    return mappingErrors(
      () => secrets.hiding(request, () => planner.plan(category, body, request, breathe)),
      (errors) => errorsBelow(errors, [category.name]),
    )
  }

  /** All of them or none: what is wrong is gathered from all. */
  async function planAll(
    changes: readonly LoadedChange[],
    request: ApiRequest,
    breathe: Breathe,
  ): Promise<PlannedChange[]> {
    assertCurrent(changes)
    const planned: PlannedChange[] = []
    const errors: ValidationErrors = {}
    for (const change of changes) {
      try {
        planned.push(await plan(change, request, breathe))
      } catch (error) {
        Object.assign(errors, keyedErrors(error))
      }
    }
    if (Object.keys(errors).length > 0) throw validationError(errors)
    return planned
  }

  return {
    dryRun: (name, request) =>
      secrets.hiding(request, async () => {
        const body = parseCategoryWrite(request.data)
        const [category, nodes] = await Promise.all([load(name), context.topology.nodes()])
        requireMatch(request, category.document?.revision)
        const breathe = createBreathe()
        return foresee(await planner.plan(category, body, request, breathe), nodes, request, breathe)
      }),
    async bulkDryRun(request) {
      const breathe = createBreathe()
      const [changes, nodes] = await Promise.all([loaded(request, breathe), context.topology.nodes()])
      const foreseen: DryRun[] = []
      for (const change of await planAll(changes, request, breathe)) {
        foreseen.push(await foresee(change, nodes, request, breathe))
      }
      return { changes: foreseen }
    },
    async bulk(request) {
      const breathe = createBreathe()
      const planned = await planAll(await loaded(request, breathe), request, breathe)
      return { outcomes: await storeTogether(planned, store, request) }
    },
  }
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
