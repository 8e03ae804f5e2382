import { useEffect, useEffectEvent } from 'react'
import { useShortcut } from '../use-shortcut.ts'
import type { DraftState } from './use-draft.ts'

/** Marks the element whose fields belong to the draft; elsewhere texts keep the browser's own undo. */
export const draftRegion = { 'data-draft': '' }

interface DraftKeys {
  draft: Pick<DraftState<unknown, unknown>, 'undo' | 'redo'>
  /** While it is stored the draft stays as it is. */
  isPending: boolean
  onSave: () => void
}

/** Ctrl+S saves; Ctrl+Z takes the last change of the draft back, Ctrl+Shift+Z and Ctrl+Y make it again. */
export function useDraftKeys({ draft, isPending, onSave }: DraftKeys): void {
  const step = useEffectEvent((isForward: boolean) => {
    if (isPending) return
    if (isForward) draft.redo()
    else draft.undo()
  })
  useShortcut({ key: 's', withCtrl: true }, onSave)

  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y') || hasOwnUndo(event)) return
      event.preventDefault()
      step(key === 'y' || event.shiftKey)
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
