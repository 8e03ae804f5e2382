import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Building2, SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { accountSearchQuery } from '#web/features/accounts/api/account-search.ts'
import { toAccountStorage } from '#web/features/storage/routes.ts'
import { categoriesQuery } from '#web/features/system-configs/api/categories.ts'
import { toCategory } from '#web/features/system-configs/routes.ts'
import { useSession } from '#web/lib/session.tsx'
import { useDebounced } from '#web/lib/use-debounced.ts'
import { pagesFor } from '../pages.tsx'
import { bestFirst } from './best-first.ts'
import type { PaletteEntry } from './palette-entry.ts'
import { rank } from './rank.ts'
import { useSettings } from './use-settings.tsx'

export interface PaletteSection {
  id: string
  title: string
  entries: PaletteEntry[]
}

/**
 * What the palette offers for a text: pages and categories whose words fit, settings by words and tokens, accounts as
 * the server finds them. Of equal fit, in this order.
 */
export function usePaletteEntries(text: string): { sections: PaletteSection[]; isSearching: boolean } {
  const t = useTranslations('frame.palette')
  const pages = usePages()
  const categories = useCategories()
  const settings = useSettings(text)
  const accounts = useAccounts(text)
  const sections = [
    { id: 'pages', title: t('pages'), entries: rank(pages, text, pages.length) },
    { id: 'categories', title: t('categories'), entries: text === '' ? [] : rank(categories, text, 12) },
    { id: 'settings', title: t('settings'), entries: settings.entries },
    { id: 'accounts', title: t('accounts'), entries: accounts.entries },
  ]
  return {
    sections: bestFirst(
      sections.filter(({ entries }) => entries.length > 0),
      text,
    ),
    isSearching: accounts.isSearching || settings.isSearching,
  }
}

function usePages(): PaletteEntry[] {
  const t = useTranslations('frame.areas')
  const navigate = useNavigate()
  return pagesFor(useSession()).map(({ id, link, label, icon }) => ({
    id: `page:${id}`,
    label: t(label),
    icon,
    open: () => navigate(link),
  }))
}

function useCategories(): PaletteEntry[] {
  const t = useTranslations('frame.palette')
  const navigate = useNavigate()
  const { is_superduper_admin: isOpen } = useSession()
  const { data: categories = [] } = useQuery({ ...categoriesQuery(), enabled: isOpen })
  return categories.map(({ id, overrides }) => ({
    id: `category:${id}`,
    label: id,
    ...(overrides === 0 ? {} : { description: t('overrides', { count: overrides }) }),
    icon: <SlidersHorizontal />,
    isCode: true,
    open: () => navigate(toCategory(id)),
  }))
}

function useAccounts(text: string): { entries: PaletteEntry[]; isSearching: boolean } {
  const navigate = useNavigate()
  const search = useDebounced(text.trim(), 120)
  const { data: hits = [], isFetching } = useQuery({ ...accountSearchQuery(search, 8), enabled: search !== '' })
  const entries = hits.map((hit) => ({
    id: `account:${hit.id}`,
    label: hit.name,
    description: [...hit.path, hit.realm].filter(Boolean).join(' › '),
    icon: <Building2 />,
    open: () => navigate(toAccountStorage(hit.id)),
  }))
  return { entries: search === '' ? [] : entries, isSearching: isFetching }
}
