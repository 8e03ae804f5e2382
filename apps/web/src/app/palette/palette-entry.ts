import type { ReactNode } from 'react'

export interface PaletteEntry {
  id: string
  label: string
  description?: string
  icon: ReactNode
  isCode?: boolean
  open: () => Promise<void>
}
