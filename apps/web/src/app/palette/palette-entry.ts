import type { ReactNode } from 'react'

export interface PaletteEntry {
  id: string
  label: string
  description?: string
  icon: ReactNode
  isCode?: boolean
  shortcut?: string
  /** Where it leads, a part of the page takes the focus itself. */
  takesFocus?: boolean
  /** It leads nowhere: the focus stays where it was. */
  isAction?: boolean
  open: () => Promise<void>
}
