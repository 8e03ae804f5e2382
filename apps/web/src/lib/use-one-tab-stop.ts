import { type RefObject, useEffect } from 'react'

/**
 * Makes the links of a long list one stop of Tab, so that what comes after it is near. They stay links.
 * - arrow up and down, Home and End go from link to link
 * - Tab arrives at the link of the page that is shown, else at the one that had the focus last, else at the first
 */
export function useOneTabStop(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = list.current
    if (box === null) return
    let last: HTMLElement | undefined
    const all = () => [...box.querySelectorAll<HTMLElement>('a[href]')]

    function arrange() {
      const links = all()
      const focused = links.find((link) => link === document.activeElement)
      const stop =
        focused ??
        links.find((link) => link.getAttribute('aria-current') === 'page') ??
        links.find((link) => link === last) ??
        links.find(isShown)
      for (const link of links) link.tabIndex = link === stop ? 0 : -1
    }

    function onFocus({ target }: FocusEvent) {
      last = all().find((link) => link === target)
      arrange()
    }

    function onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const links = all().filter(isShown)
      const at = event.target instanceof HTMLElement ? links.indexOf(event.target) : -1
      const next = at < 0 ? undefined : links[placeAfter(event.key, at, links.length)]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    }

    arrange()
    const changes = new MutationObserver(arrange)
    changes.observe(box, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-current'] })
    const leaving = new AbortController()
    const { signal } = leaving
    box.addEventListener('focusin', onFocus, { signal })
    // Only afterwards the focus is elsewhere.
    box.addEventListener('focusout', () => queueMicrotask(arrange), { signal })
    box.addEventListener('keydown', onKeyDown, { signal })
    return () => {
      changes.disconnect()
      leaving.abort()
    }
  }, [list])
}

/** Where a key leads from a place; past the ends, and with other keys, nowhere. */
function placeAfter(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return -1
  }
}

function isShown(link: HTMLElement): boolean {
  return getComputedStyle(link).display !== 'none'
}
