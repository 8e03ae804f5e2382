import type { Context } from '#bff/context.ts'

/** Why nothing can be written to this store; undefined when writes work. */
export function readOnlyReason({ readOnly, origin }: Pick<Context, 'readOnly' | 'origin'>): string | undefined {
  if (!readOnly) return undefined
  return origin === 'kazoo'
    ? "This store is a KAZOO cluster's, so Strata only reads it. Start Strata with STRATA_READ_ONLY=false to allow writes."
    : 'Strata was started with STRATA_READ_ONLY=true, so nothing can be written.'
}
