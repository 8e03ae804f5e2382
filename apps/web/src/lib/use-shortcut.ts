import { useEffect, useEffectEvent } from 'react'

interface Shortcut {
  /** As `KeyboardEvent.key` names it: `k`, `/`, `?`, `Escape`. */
  key: string
  /** With Ctrl, or Command on a Mac. Such shortcuts work inside fields too. */
  withCtrl?: boolean
  isEnabled?: boolean
}

/** Calls `onPress` when the keys are pressed anywhere on the page, unless something else took them. */
export function useShortcut({ key, withCtrl = false, isEnabled = true }: Shortcut, onPress: () => void): void {
  const press = useEffectEvent(onPress)

  useEffect(() => {
    if (!isEnabled) return
    function listen(event: KeyboardEvent) {
      const isCtrl = event.ctrlKey || event.metaKey
      if (
        event.defaultPrevented ||
        event.altKey ||
        isCtrl !== withCtrl ||
        event.key.toLowerCase() !== key.toLowerCase()
      )
        return
      if (!withCtrl && (isTyping(event) || document.querySelector('[role="dialog"], [role="alertdialog"]'))) return
      event.preventDefault()
      press()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [key, withCtrl, isEnabled])
}

function isTyping(event: KeyboardEvent): boolean {
  // The composed path looks into shadow roots, where the JSON editor lives.
  const [target] = event.composedPath()
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
