import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Building2, Database, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { accountSearchQuery } from '#web/features/accounts/api/account-search.ts'
import { useSession } from '#web/lib/session.tsx'
import { useDebounced } from '#web/lib/use-debounced.ts'

export interface PaletteEntry {
  id: string
  label: string
  description?: string
  icon: ReactNode
  isCode?: boolean
  open: () => void
}

export interface PaletteSection {
  id: string
  title: string
  entries: PaletteEntry[]
}

/** What the palette offers for a search text: pages and categories by their words, accounts as the server finds them. */
export function usePaletteEntries(text: string): { sections: PaletteSection[]; isSearching: boolean } {
  const t = useTranslations('frame')
  const pages = usePages().filter((page) => page.label.toLowerCase().includes(text.toLowerCase()))
  const accounts = useAccounts(text)
  const sections = [
    { id: 'pages', title: t('palette.pages'), entries: pages },
    { id: 'accounts', title: t('palette.accounts'), entries: accounts.entries },
  ]
  return { sections: sections.filter(({ entries }) => entries.length > 0), isSearching: accounts.isSearching }
}

function usePages(): PaletteEntry[] {
  const t = useTranslations('frame.areas')
  const navigate = useNavigate()
  const session = useSession()
  const storage = {
    id: 'page:storage',
    label: t('storage'),
    icon: <Database />,
    open: () => void navigate({ to: '/storage' }),
  }
  const configs = {
    id: 'page:system-configs',
    label: t('systemConfigs'),
    icon: <SlidersHorizontal />,
    open: () => void navigate({ to: '/system-configs' }),
  }
  return session.is_superduper_admin ? [storage, configs] : [storage]
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
    open: () => void navigate({ to: '/storage/accounts/$accountId', params: { accountId: hit.id } }),
  }))
  return { entries: search === '' ? [] : entries, isSearching: isFetching }
}
