import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { Search, SlidersHorizontal } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { configSearchQuery } from '#web/features/system-configs/api/config-search.ts'
import { readCategorySearch, toCategory } from '#web/features/system-configs/routes.ts'
import { landing, type OpenSection, settingLink } from '#web/features/system-configs/search/hit-link.ts'
import { toSearch } from '#web/features/system-configs/search/routes.ts'
import { readQuery } from '#web/features/system-configs/search/search-query.ts'
import { useSession } from '#web/lib/session.tsx'
import type { PaletteEntry } from './palette-entry.ts'

const SHOWN = 6
/** One letter finds almost everything. */
const FEWEST_LETTERS = 2

/** The best of the settings that a text finds, by words and tokens, and the way to all of them. */
export function useSettings(text: string): { entries: PaletteEntry[]; isSearching: boolean } {
  const t = useTranslations('frame.palette')
  const navigate = useNavigate()
  const { is_superduper_admin: isOpen } = useSession()
  const { data: search, isPending } = useQuery({ ...configSearchQuery(), enabled: isOpen })
  const isAsked = text.trim().length >= FEWEST_LETTERS
  const hits = useMemo(() => (isAsked ? (search?.find(readQuery(text)) ?? []) : []), [isAsked, search, text])
  const openSection = useOpenSection()
  const best = hits.slice(0, SHOWN).map(({ entry }) => {
    const { category, title } = entry
    const place = landing(entry, openSection)
    return {
      id: `setting:${category}${entry.pointer}`,
      label: entry.key,
      description: t('settingIn', { category, title, section: place.section }),
      icon: <SlidersHorizontal />,
      isCode: true,
      takesFocus: true,
      open: () => navigate({ ...toCategory(...settingLink(entry, place)), state: { asked: Date.now() } }),
    }
  })
  const all = {
    id: 'settings:all',
    label: t('allSettings', { count: hits.length }),
    icon: <Search />,
    takesFocus: true,
    open: () => navigate(toSearch(text)),
  }
  return { entries: hits.length === 0 ? [] : [...best, all], isSearching: isOpen && isAsked && isPending }
}

/** The section of a category that the page shows. */
function useOpenSection(): OpenSection | undefined {
  const { category } = useParams({ strict: false })
  const { section = 'default' } = readCategorySearch(useLocation({ select: ({ search }) => search }))
  return category === undefined ? undefined : { category, section }
}
