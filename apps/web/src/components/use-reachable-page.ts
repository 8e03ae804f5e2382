import { useLayoutEffect, useState } from 'react'

/**
 * Gives the `onOpenChange` of a combobox. While its list is open, React Aria hides the rest of the page from screen
 * readers although the Tab key still leads there, which WCAG 4.1.2 forbids; marked as a top layer, the rest stays.
 */
export function useReachablePage(): (isOpen: boolean) => void {
  const [isOpen, setOpen] = useState(false)

  useLayoutEffect(() => {
    if (!isOpen) return
    const marked = [...document.body.children].filter(isUnmarked)
    for (const element of marked) element.dataset.reactAriaTopLayer = ''
    return () => {
      for (const element of marked) delete element.dataset.reactAriaTopLayer
    }
  }, [isOpen])

  return setOpen
}

function isUnmarked(element: Element): element is HTMLElement {
  return element instanceof HTMLElement && element.dataset.reactAriaTopLayer === undefined
}
