import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CellEditorHandle } from './cell-editor.tsx'

/**
 * Whether the active cell is edited in its place. What changes that is there before the next key is.
 * - what is typed belongs to the cell it was begun in: where another becomes the active one, as by a filter, it is let go of
 */
export function useCellEditing(cell: string) {
  const editor = useRef<CellEditorHandle>(null)
  const [openCell, setOpenCell] = useState<string>()
  const isOpen = openCell === cell
  const close = () => flushSync(() => setOpenCell(undefined))

  return {
    editor,
    isOpen,
    open: () => flushSync(() => setOpenCell(cell)),
    close,
    /** Sets what is typed, and closes; false where that cannot be set. */
    commit: () => {
      if (editor.current?.commit() === false) return false
      if (isOpen) close()
      return true
    },
  }
}
