import { nameFault } from '@strata/layered-config'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FilePen, Server, SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { categoriesQuery } from '#web/features/system-configs/api/categories.ts'
import { configSearchQuery } from '#web/features/system-configs/api/config-search.ts'
import { toNode } from '#web/features/system-configs/node/routes.ts'
import { toCategory } from '#web/features/system-configs/routes.ts'
import { useIsWaiting, useWaitingDrafts } from '#web/lib/draft/use-waiting-drafts.ts'
import { useSession } from '#web/lib/session.tsx'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { pagesFor } from '../pages.tsx'
import { bestFirst } from './best-first.ts'
import type { PaletteEntry } from './palette-entry.ts'
import { rank } from './rank.ts'
import { type FrameActions, useActions } from './use-actions.tsx'
import { useSettings } from './use-settings.tsx'
import { useAccounts, usePlans, useUsersInSight } from './use-storage-entries.tsx'

export interface PaletteSection {
  id: string
  title: string
  entries: PaletteEntry[]
}

/**
 * What the palette offers for a text: pages, categories, nodes, users of the account in sight, plans of the system and
 * actions whose words fit, settings by words and tokens, accounts as the server finds them. Of equal fit, in this order.
 * Without a text: the pages, and what the page in sight can do.
 */
export function usePaletteEntries(
  text: string,
  frame: FrameActions,
): { sections: PaletteSection[]; isSearching: boolean } {
  const t = useTranslations('frame.palette')
  const isAsked = text.trim() !== ''
  const pages = usePages()
  const categories = useCategories()
  const nodes = useNodes(text.trim())
  const settings = useSettings(text)
  const accounts = useAccounts(text)
  const plans = usePlans(isAsked)
  const users = useUsersInSight(isAsked)
  const actions = useActions(frame)
  const drafts = useDrafts(isAsked)
  const sections = [
    { id: 'drafts', title: t('drafts'), entries: rank(drafts, text, 12) },
    { id: 'pages', title: t('pages'), entries: rank(pages, text, pages.length) },
    { id: 'categories', title: t('categories'), entries: isAsked ? rank(categories, text, 12) : [] },
    { id: 'nodes', title: t('nodes'), entries: isAsked ? [...rank(nodes.known, text, 8), ...nodes.added] : [] },
    { id: 'settings', title: t('settings'), entries: settings.entries },
    { id: 'accounts', title: t('accounts'), entries: accounts.entries },
    { id: 'users', title: t('users'), entries: isAsked ? rank(users, text, 6) : [] },
    { id: 'plans', title: t('plans'), entries: isAsked ? rank(plans, text, 6) : [] },
    { id: 'actions', title: t('actions.title'), entries: rank(isAsked ? actions.all : actions.ofPage, text, 12) },
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
    takesFocus: id === 'search',
    open: () => navigate(link),
  }))
}

/** What is left to finish; categories that are asked for say so themselves. */
function useDrafts(isAsked: boolean): PaletteEntry[] {
  const navigate = useNavigate()
  return useWaitingDrafts().flatMap(({ document, page }) =>
    page === undefined || (isAsked && !document.startsWith('/'))
      ? []
      : { id: `draft:${document}`, label: page.title, icon: <FilePen />, open: () => navigate({ href: page.path }) },
  )
}

function useCategories(): PaletteEntry[] {
  const t = useTranslations('frame.palette')
  const navigate = useNavigate()
  const { is_superduper_admin: isOpen } = useSession()
  const { data: categories = [] } = useQuery({ ...categoriesQuery(), enabled: isOpen })
  const isWaiting = useIsWaiting()
  return categories.map(({ id, overrides }) => ({
    id: `category:${id}`,
    label: id,
    ...(isWaiting(id)
      ? { description: t('waiting') }
      : overrides === 0
        ? {}
        : { description: t('overrides', { count: overrides }) }),
    icon: <SlidersHorizontal />,
    isCode: true,
    open: () => navigate(toCategory(id)),
  }))
}

/** Those of the topology, those that any category sets something for, and one that is called so and does not run yet. */
function useNodes(text: string): { known: PaletteEntry[]; added: PaletteEntry[] } {
  const t = useTranslations('frame.palette')
  const navigate = useNavigate()
  const { is_superduper_admin: isOpen } = useSession()
  const { data: topology } = useQuery({ ...topologyQuery(), enabled: isOpen })
  const { data: stored } = useQuery({ ...configSearchQuery(), enabled: isOpen })
  const zones = new Map(topology?.nodes.map(({ name, zone }) => [name, zone]))
  const names = new Set([...zones.keys(), ...(stored?.nodes ?? [])])
  const entry = (name: string, words: Pick<PaletteEntry, 'label' | 'description'>): PaletteEntry => ({
    id: `node:${name}`,
    ...words,
    icon: <Server />,
    isCode: true,
    open: () => navigate(toNode(name)),
  })
  const isNew = isOpen && !names.has(text) && /^[^@\s]+@[^@\s]+$/.test(text) && nameFault(text) === undefined
  return {
    known: [...names].map((name) => {
      const zone = zones.get(name)
      return entry(name, { label: name, description: zone ? t('nodeIn', { zone }) : t('nodeNowhere') })
    }),
    added: isNew ? [entry(text, { label: t('nodeNew', { node: text }), description: t('nodeNewText') })] : [],
  }
}
