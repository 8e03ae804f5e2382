import { useEffect, useEffectEvent } from 'react'
import { singleKeys } from './single-keys.ts'

interface Shortcut {
  /** As `KeyboardEvent.key` names it: `k`, `/`, `?`, `Escape`. */
  key: string
  /** With Ctrl, or Command on a Mac. Such shortcuts work inside fields too. */
  withCtrl?: boolean
  isEnabled?: boolean
}

const inUse: string[] = []

/** The keys that do something on the page in sight: `j`, `ctrl s`. */
export function keysInUse(): ReadonlySet<string> {
  return new Set(inUse)
}

/**
 * Calls `onPress` when the keys are pressed anywhere on the page, unless something else took them.
 * - keys without Ctrl act only where nobody types and no dialog is open, and not where they were switched off
 */
export function useShortcut({ key, withCtrl = false, isEnabled = true }: Shortcut, onPress: () => void): void {
  const press = useEffectEvent(onPress)

  useEffect(() => {
    if (!isEnabled) return
    function listen(event: KeyboardEvent) {
      // Where a bracket is typed with AltGr, that is no Ctrl and no Alt.
      const isAltGr = event.getModifierState('AltGraph')
      const isCtrl = !isAltGr && (event.ctrlKey || event.metaKey)
      if (
        event.defaultPrevented ||
        (event.altKey && !isAltGr) ||
        isCtrl !== withCtrl ||
        event.key.toLowerCase() !== key.toLowerCase()
      )
        return
      if (!withCtrl && (singleKeys.get() === 'off' || isTyping(event) || hasDialog())) return
      event.preventDefault()
      press()
    }
    const name = withCtrl ? `ctrl ${key}` : key
    inUse.push(name)
    document.addEventListener('keydown', listen)
    return () => {
      inUse.splice(inUse.indexOf(name), 1)
      document.removeEventListener('keydown', listen)
    }
  }, [key, withCtrl, isEnabled])
}

/** Notifications are dialogs to ARIA, but nothing stands still for them. */
function hasDialog(): boolean {
  const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')]
  return dialogs.some((dialog) => dialog.closest('[role="region"]') === null)
}

function isTyping(event: KeyboardEvent): boolean {
  // The composed path looks into shadow roots, where the JSON editor lives.
  const [target] = event.composedPath()
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
