import type { ApiClient } from './api-client.ts'

/** Query of a write that stores back-ends without trying them. */
export const untested = '?validate_settings=false'

/** The system lets back-ends be stored that exist nowhere: by `untested` in a request, by a button on a page. */
export async function allowUntested(api: ApiClient): Promise<void> {
  await api.write('PATCH', '/v2/system_configs/system_data', { default: { allow_validation_overrides: true } })
}
