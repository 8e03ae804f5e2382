import { useEffect, useEffectEvent } from 'react'

/** Marks the element whose fields belong to the draft; elsewhere texts keep the browser's own undo. */
export const draftRegion = { 'data-draft': '' }

/** Ctrl+Z takes the last change of the draft back, Ctrl+Shift+Z and Ctrl+Y make it again. */
export function useUndoShortcuts(onUndo: () => void, onRedo: () => void): void {
  const undo = useEffectEvent(onUndo)
  const redo = useEffectEvent(onRedo)

  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y') || hasOwnUndo(event)) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function hasOwnUndo(event: KeyboardEvent): boolean {
  // The composed path looks into the shadow root of the JSON editor.
  const [target] = event.composedPath()
  if (!(target instanceof HTMLElement)) return false
  const isText = target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName)
  return isText && target.closest('[data-draft]') === null
}
