import { type RefObject, useEffect } from 'react'
import { useStorageDocument } from './document-context.ts'

/**
 * Brings an element into sight and the focus into it when something in it is sought: to what is wrong, else to its
 * first field.
 */
export function useSought(element: RefObject<HTMLElement | null>, holds: (pointer: string) => boolean): void {
  const { sought } = useStorageDocument()
  const isSought = sought !== undefined && holds(sought.pointer)
  useEffect(() => {
    if (isSought && sought !== undefined) focusWithin(element.current)
  }, [element, isSought, sought])
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
