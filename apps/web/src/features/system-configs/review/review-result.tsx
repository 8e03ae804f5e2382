import type { DryRun } from '@strata/api-types'
import { ReviewEffects } from './review-effects.tsx'
import { ReviewRequest } from './review-request.tsx'
import { ReviewStored } from './review-stored.tsx'
import { ReviewWarnings } from './review-warnings.tsx'

/** Everything a dry run of one category says: what nodes read, what is stored, what to know, and the request. */
export function ReviewResult({ result }: { result: DryRun }) {
  return (
    <>
      <ReviewEffects effects={result.effects} />
      <ReviewStored stored={result.stored} />
      <ReviewWarnings result={result} />
      {result.curl === null ? null : <ReviewRequest request={result.curl} />}
    </>
  )
}
