import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CellEditorHandle } from './cell-editor.tsx'

/** Whether the active cell is edited in its place. What changes that is there before the next key is. */
export function useCellEditing() {
  const editor = useRef<CellEditorHandle>(null)
  const [isOpen, setOpen] = useState(false)
  const close = () => flushSync(() => setOpen(false))

  return {
    editor,
    isOpen,
    open: () => flushSync(() => setOpen(true)),
    close,
    /** Sets what is typed, and closes; false where that cannot be set. */
    commit: () => {
      if (editor.current?.commit() === false) return false
      if (isOpen) close()
      return true
    },
  }
}
