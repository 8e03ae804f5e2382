import { createContext, type ReactNode, useContext } from 'react'

/** What a page says beside a field. */
export interface FieldAnnotation {
  /** Drawn at the field's edge; the note says the same in words. */
  readonly mark?: 'set' | 'unsaved'
  readonly note?: ReactNode
  /** Takes the field's value away or back; the label says what it becomes. */
  readonly reset?: { readonly label: string; readonly run: () => void }
  /** Brings the field into sight. */
  readonly isTarget?: boolean
  /** The field that is to be brought into sight lies in this one. */
  readonly holdsTarget?: boolean
}

export type Annotate = (pointer: string) => FieldAnnotation | undefined

const FieldAnnotationContext = createContext<Annotate>(() => undefined)

/** Forms without a provider have no annotations. */
export const FieldAnnotationProvider = FieldAnnotationContext.Provider

export function useFieldAnnotation(pointer: string): FieldAnnotation | undefined {
  return useContext(FieldAnnotationContext)(pointer)
}
