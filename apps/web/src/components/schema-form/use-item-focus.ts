import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { ItemAction } from './item-buttons.tsx'

/** Where the focus goes once the items are what they shall be. */
export interface ItemFocus {
  readonly item: number
  /** Into its first control, or onto one of its buttons. */
  readonly on: 'control' | ItemAction
}

/**
 * Keeps the focus in a list whose items come, move and go.
 * - a button that cannot be pressed any more gives way to its neighbour, the last item to whatever adds one
 */
export function useItemFocus(next: RefObject<ItemFocus | undefined>) {
  const items = useRef<HTMLElement>(null)
  const add = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (next.current === undefined) return
    const { item, on } = next.current
    next.current = undefined
    const all = [...(items.current?.children ?? [])]
    const place = all[Math.min(item, all.length - 1)]
    const selectors = on === 'control' ? ['input, textarea, button'] : [action(on), action('up'), action('down')]
    const found = selectors.map((selector) => place?.querySelector<HTMLElement>(selector)).find(Boolean)
    ;(found ?? add.current)?.focus()
  })

  /** For what holds the items, and nothing else. */
  const holdItems = useCallback((element: HTMLElement | null) => {
    items.current = element
  }, [])
  return { holdItems, add }
}

function action(name: ItemAction): string {
  return `[data-item-action="${name}"]:not(:disabled)`
}
