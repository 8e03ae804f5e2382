import { Brush, Columns2, Database, Layers, Network, Search, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { toStorage, toSystemPlans, toSystemStorage } from '#web/features/storage/routes.ts'
import { toCompare } from '#web/features/system-configs/compare/routes.ts'
import { toCategories } from '#web/features/system-configs/routes.ts'
import { toSearch } from '#web/features/system-configs/search/routes.ts'
import { toSweeper } from '#web/features/system-configs/sweep/routes.ts'
import { toTopology } from '#web/features/topology/routes.ts'
import type { en } from '#web/texts/en/index.ts'

/** A page that people look for by its name; its route stands in `routes.tsx`. */
export interface NamedPage {
  readonly id: string
  readonly link: ReturnType<(typeof links)[number]>
  /** Of the texts `frame.areas`. */
  readonly label: Exclude<keyof (typeof en)['frame']['areas'], 'label'>
  readonly icon: ReactNode
  /** Superduper admins alone, or everybody. */
  readonly who: 'superduper' | 'everybody'
  /** Its place in the rail, from the top; only what is an area of its own stands there. */
  readonly rail?: number
  /** Pages elsewhere that are part of the area, by how their addresses begin. */
  readonly alsoAt?: readonly string[]
}

const links = [toStorage, toSystemPlans, toSystemStorage, toCompare, toCategories, toSearch, toSweeper, toTopology]

/** In the order in which the palette offers them. */
export const namedPages: readonly NamedPage[] = [
  {
    id: 'system-configs',
    link: toCategories(),
    label: 'systemConfigs',
    icon: <SlidersHorizontal />,
    who: 'superduper',
    rail: 2,
    alsoAt: ['/search', '/compare', '/nodes/'],
  },
  { id: 'search', link: toSearch(''), label: 'search', icon: <Search />, who: 'superduper' },
  {
    id: 'compare',
    link: toCompare(),
    label: 'compare',
    icon: <Columns2 />,
    who: 'superduper',
  },
  { id: 'topology', link: toTopology(), label: 'topology', icon: <Network />, who: 'superduper', rail: 3 },
  { id: 'sweeper', link: toSweeper(), label: 'sweeper', icon: <Brush />, who: 'superduper', rail: 4 },
  { id: 'storage', link: toStorage(), label: 'storage', icon: <Database />, who: 'everybody', rail: 1 },
  { id: 'system-storage', link: toSystemStorage(), label: 'systemStorage', icon: <Database />, who: 'superduper' },
  { id: 'system-plans', link: toSystemPlans(), label: 'systemPlans', icon: <Layers />, who: 'superduper' },
]

/** The pages that are open to the one who is signed in. */
export function pagesFor({
  is_superduper_admin: isSuperduper,
}: {
  is_superduper_admin: boolean
}): readonly NamedPage[] {
  return namedPages.filter(({ who }) => who === 'everybody' || isSuperduper)
}
