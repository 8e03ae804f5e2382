import type { ConfigIndex } from '@strata/api-types'
import { sectionKind } from '@strata/layered-config'
import { queryOptions } from '@tanstack/react-query'
import { api } from '#web/lib/api-client.ts'

/** Which zones and nodes the stored categories have sections of. */
export interface StoredSections {
  readonly zones: readonly string[]
  /** By node: how many categories have a section of it. */
  readonly nodes: ReadonlyMap<string, number>
}

/** The sections of all categories, by name. Only the names are kept of what is answered. */
export function storedSectionsQuery() {
  return queryOptions({
    queryKey: ['topology', 'sections'],
    queryFn: async ({ signal }) => {
      const { data } = await api.get<ConfigIndex>('/console/system_configs/index', { signal })
      return storedSections(data)
    },
  })
}

function storedSections({ categories }: ConfigIndex): StoredSections {
  const zones = new Set<string>()
  const nodes = new Map<string, number>()
  for (const name of categories.flatMap(({ sections }) => Object.keys(sections))) {
    const kind = sectionKind(name)
    if (kind === 'zone') zones.add(name)
    if (kind === 'node') nodes.set(name, (nodes.get(name) ?? 0) + 1)
  }
  return { zones: [...zones], nodes }
}
