import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { FieldAnnotation } from './field-annotation.tsx'
import { useFolds } from './folds.tsx'
import { useFormScope } from './form-scope.tsx'

export interface Fold {
  readonly isOpen: boolean
  /** What it holds is drawn once it was open, and stays: what is half typed in it is not lost. */
  readonly wasOpen: boolean
  readonly toggle: () => void
  readonly button: RefObject<HTMLButtonElement | null>
  readonly content: RefObject<HTMLDivElement | null>
}

interface FoldQuestion {
  pointer: string
  annotation: FieldAnnotation | undefined
  /** There is something in it to be seen, besides what the page leads to. */
  isNoted: boolean
}

/**
 * Whether a group, a list or a map is open.
 * - as it was chosen, by hand or with all others; else once there is something in it to be seen, and from then on
 * - where the page leads into it, it opens in any case
 * - the focus is not lost in what closes
 */
export function useFold({ pointer, annotation, isNoted }: FoldQuestion): Fold {
  const folds = useFolds()
  const { isFiltered } = useFormScope()
  const chosen = useSyncExternalStore(folds.subscribe, () => folds.chosen(pointer))
  const target = annotation?.target ?? annotation?.holdsTarget
  const isAsked = isNoted || target !== undefined
  const [wasAsked, setWasAsked] = useState(isAsked)
  if (isAsked && !wasAsked) setWasAsked(true)
  const isOpen = chosen ?? (isFiltered || isAsked || wasAsked)
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  const button = useRef<HTMLButtonElement>(null)
  const content = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (target !== undefined && folds.chosen(pointer) === false) folds.choose(pointer, true)
  }, [folds, pointer, target])

  useLayoutEffect(() => {
    if (!isOpen && content.current?.contains(document.activeElement)) button.current?.focus()
  }, [isOpen])

  return useMemo(
    () => ({ isOpen, wasOpen: isOpen || wasOpen, toggle: () => folds.choose(pointer, !isOpen), button, content }),
    [folds, pointer, isOpen, wasOpen],
  )
}
