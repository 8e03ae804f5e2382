import { setImmediate } from 'node:timers/promises'
import type { SchemaRepository, SchemaSnapshot } from '#bff/schemas/repository.ts'
import { type ValidationTarget, type Validator, validate } from './validator.ts'

const ofCategory = 'system_config.'

/**
 * Has the validator compile every schema before a request needs it: the first would hold up everybody else, for up to a
 * tenth of a second.
 * - others are served after each; small ones come first, as compiling is slow until it has been done a few times
 * - what cannot be compiled is left to the request that needs it, which says so
 * - stops once `signal` is aborted
 */
export async function compileAhead(
  schemas: SchemaRepository,
  validator: Validator,
  signal: AbortSignal,
): Promise<void> {
  const [ids, snapshot] = await Promise.all([schemas.ids(), schemas.snapshot()])
  for (const target of bySize(ids, snapshot).flatMap(targetsOf)) {
    await setImmediate()
    if (signal.aborted) return
    try {
      validate(validator, target, {}, snapshot)
    } catch {}
  }
}

function bySize(ids: readonly string[], { get }: SchemaSnapshot): string[] {
  const size = new Map(ids.map((id) => [id, JSON.stringify(get(id) ?? {}).length]))
  return ids.toSorted((a, b) => (size.get(a) ?? 0) - (size.get(b) ?? 0))
}

/** What is validated by a schema. */
function targetsOf(id: string): ValidationTarget[] {
  if (!id.startsWith(ofCategory)) return [{ schema: id }]
  const category = id.slice(ofCategory.length)
  return [{ configSection: category }, { configDocument: category }]
}
