import type { ApiClient } from './api-client.ts'

/** Makes a category hold these sections and nothing else, whatever an earlier test left. */
export async function seedCategory(api: ApiClient, category: string, sections: Record<string, object> = {}) {
  const path = `/v2/system_configs/${category}`
  await api.request('DELETE', path)
  if (Object.keys(sections).length > 0) await api.write('POST', path, { id: category, ...sections })
}

/** A section as it is stored, without defaults. */
export async function storedSection(api: ApiClient, category: string, section: string): Promise<unknown> {
  const { id: _, ...values } = (await api.get(`/v2/system_configs/${category}/${section}`)) as { id: string }
  return values
}
