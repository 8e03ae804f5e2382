import { BookOpen, Keyboard, LogOut, Monitor, Moon, Play, Rows2, Rows4, Sun } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { density } from '#web/lib/density.ts'
import { usePageActions } from '#web/lib/page-actions.ts'
import { theme } from '#web/lib/theme.ts'
import type { PaletteEntry } from './palette-entry.ts'

/** What can be done from anywhere besides going somewhere. */
export interface FrameActions {
  onShortcuts: () => void
  onGlossary: () => void
  onSignOut: () => void
}

/** What can be done: first by the page in sight, then by the frame. */
export function useActions({ onShortcuts, onGlossary, onSignOut }: FrameActions): {
  ofPage: PaletteEntry[]
  all: PaletteEntry[]
} {
  const t = useTranslations('frame.palette.actions')
  const ofPage = usePageActions().map(({ label, shortcut, run }) => ({
    id: `action:page:${label}`,
    label,
    icon: <Play />,
    isAction: true,
    ...(shortcut === undefined ? {} : { shortcut }),
    open: async () => run(),
  }))
  const ofFrame = [
    { id: 'shortcuts', label: t('shortcuts'), icon: <Keyboard />, shortcut: '?', run: onShortcuts },
    { id: 'glossary', label: t('glossary'), icon: <BookOpen />, run: onGlossary },
    { id: 'light', label: t('light'), icon: <Sun />, run: () => theme.set('light') },
    { id: 'dark', label: t('dark'), icon: <Moon />, run: () => theme.set('dark') },
    { id: 'system', label: t('system'), icon: <Monitor />, run: () => theme.set('system') },
    { id: 'comfortable', label: t('comfortable'), icon: <Rows2 />, run: () => density.set('comfortable') },
    { id: 'compact', label: t('compact'), icon: <Rows4 />, run: () => density.set('compact') },
    { id: 'sign-out', label: t('signOut'), icon: <LogOut />, run: onSignOut },
  ].map(({ id, run, ...words }) => ({ ...words, id: `action:${id}`, isAction: true, open: async () => run() }))
  return { ofPage, all: [...ofPage, ...ofFrame] }
}
