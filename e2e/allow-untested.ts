import type { Page } from '@playwright/test'
import type { ApiClient } from './api-client.ts'

/** Query of a write that stores back-ends without trying them. */
export const untested = '?validate_settings=false'

/**
 * Lets a page store back-ends that exist nowhere: the system allows it, and every write of a storage document asks for
 * it.
 */
export async function allowUntested(page: Page, api: ApiClient): Promise<void> {
  await api.write('PATCH', '/v2/system_configs/system_data', { default: { allow_validation_overrides: true } })
  await page.route(/\/v2\/(.*\/)?storage(\/plans(\/\w+)?)?$/, (route, request) =>
    request.method() === 'GET' ? route.fallback() : route.continue({ url: request.url() + untested }),
  )
}
