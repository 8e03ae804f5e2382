import { useNavigate } from '@tanstack/react-router'
import { Brush, Columns2, Database, Layers, Network, Search, SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { toStorage, toSystemPlans, toSystemStorage } from '#web/features/storage/routes.ts'
import { toCompare } from '#web/features/system-configs/compare/routes.ts'
import { toCategories } from '#web/features/system-configs/routes.ts'
import { toSearch } from '#web/features/system-configs/search/routes.ts'
import { toSweeper } from '#web/features/system-configs/sweep/routes.ts'
import { toTopology } from '#web/features/topology/routes.ts'
import { useSession } from '#web/lib/session.tsx'
import type { PaletteEntry } from './palette-entry.ts'

/** The pages that are open to the one who is signed in. */
export function usePages(): PaletteEntry[] {
  const t = useTranslations('frame')
  const navigate = useNavigate()
  const session = useSession()
  const storage = {
    id: 'page:storage',
    label: t('areas.storage'),
    icon: <Database />,
    open: () => navigate(toStorage()),
  }
  if (!session.is_superduper_admin) return [storage]
  return [
    {
      id: 'page:system-configs',
      label: t('areas.systemConfigs'),
      icon: <SlidersHorizontal />,
      open: () => navigate(toCategories()),
    },
    {
      id: 'page:search',
      label: t('palette.searchSettings'),
      icon: <Search />,
      open: () => navigate(toSearch('')),
    },
    {
      id: 'page:compare',
      label: t('palette.compare'),
      icon: <Columns2 />,
      open: () => navigate(toCompare()),
    },
    {
      id: 'page:topology',
      label: t('areas.topology'),
      icon: <Network />,
      open: () => navigate(toTopology()),
    },
    {
      id: 'page:sweeper',
      label: t('areas.sweeper'),
      icon: <Brush />,
      open: () => navigate(toSweeper()),
    },
    storage,
    {
      id: 'page:system-storage',
      label: t('palette.systemStorage'),
      icon: <Database />,
      open: () => navigate(toSystemStorage()),
    },
    {
      id: 'page:system-plans',
      label: t('palette.systemPlans'),
      icon: <Layers />,
      open: () => navigate(toSystemPlans()),
    },
  ]
}
