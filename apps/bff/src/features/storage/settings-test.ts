import { getAt } from '@strata/json'
import type { Store } from '#bff/couch/store.ts'
import { validationError } from '#bff/errors.ts'
import type { ApiRequest } from '#bff/http/route.ts'

/**
 * Refuses a write that asks to skip the test of its back-ends (`validate_settings` false) where the system does not
 * allow that (category `system_data`, `allow_validation_overrides`).
 */
export async function refuseForbiddenSkip(request: ApiRequest, store: Store): Promise<void> {
  if (request.flag('validate_settings', true)) return
  const settings = await store.database('system_config').get('system_data')
  const allowed = getAt(settings?.fields, '/default/allow_validation_overrides')
  if (allowed === true || allowed === 'true') return
  throw validationError({
    validate_settings: { forbidden: { message: 'This system does not allow saving without a test of the settings.' } },
  })
}
