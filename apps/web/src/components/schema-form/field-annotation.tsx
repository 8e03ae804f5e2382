import { createContext, type ReactNode, useContext } from 'react'

/** What a page says beside a field. */
export interface FieldAnnotation {
  /** Drawn at the field's edge; the note says the same in words. */
  readonly mark?: 'set' | 'unsaved'
  readonly note?: ReactNode
  /** Of a map that sets anything, nothing that is inherited counts. */
  readonly isWhole?: boolean
  /** How what a list or a map holds stands to what it would hold otherwise, after "3 items". */
  readonly standing?: string
  /** Takes the field's value away or back; the label says what it becomes. */
  readonly reset?: { readonly label: string; readonly run: () => void }
  /** The page leads to this field; another object leads there again. */
  readonly target?: FieldTarget
  /** Likewise, to a field that lies in this one. */
  readonly holdsTarget?: FieldTarget
}

export interface FieldTarget {
  /** Goes on into the control; else the row has the focus. */
  readonly entersField: boolean
}

export type Annotate = (pointer: string) => FieldAnnotation | undefined

const FieldAnnotationContext = createContext<Annotate>(() => undefined)

/** Forms without a provider have no annotations. */
export const FieldAnnotationProvider = FieldAnnotationContext.Provider

export function useFieldAnnotation(pointer: string): FieldAnnotation | undefined {
  return useContext(FieldAnnotationContext)(pointer)
}
