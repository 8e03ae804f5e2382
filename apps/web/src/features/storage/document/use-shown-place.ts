import { type RefObject, useEffect } from 'react'
import { useStorageDocument } from './document-context.ts'

/**
 * Brings an element into sight and the focus into it when something in it is to be shown: to what is wrong, else to its
 * first field.
 */
export function useShownPlace(element: RefObject<HTMLElement | null>, holds: (pointer: string) => boolean): void {
  const { shownPlace } = useStorageDocument()
  const isShown = shownPlace !== undefined && holds(shownPlace.pointer)
  useEffect(() => {
    if (isShown && shownPlace !== undefined) focusWithin(element.current)
  }, [element, isShown, shownPlace])
}

/** To what is wrong, else to the first field. */
export function focusWithin(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
  const fields = [
    ...(element?.querySelectorAll<HTMLElement>(
      'input:not([type="radio"], [readonly], [hidden]), textarea, [aria-haspopup="listbox"]',
    ) ?? []),
  ]
  const field = fields.find((candidate) => candidate.closest('[aria-invalid="true"], [data-invalid]')) ?? fields[0]
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'nearest' })
}
