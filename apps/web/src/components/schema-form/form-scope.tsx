import { getAt, type JsonObject, type JsonValue } from '@strata/json'
import { isGroup } from '@strata/layered-config'
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react'
import { FieldAnnotationProvider } from './field-annotation.tsx'

export interface Placeholder {
  readonly text: string
  /** The value that holds while the field sets none; undefined where none does, or it is not known. */
  readonly value?: JsonValue
}

/** What the fields of a form know of what surrounds its data. */
export interface FormScope {
  /** What stands where the data sets nothing. Shown as placeholders, never written into the data. */
  readonly inherited: JsonObject
  /**
   * What was there before it was edited: an entry that was taken away stays in sight, so that it can be put back.
   * Undefined where nobody knows.
   */
  readonly before: JsonObject | undefined
  /** Whether an unset field inherits a value; else it is just not set. */
  readonly inherits: boolean
  /** What an unset field shows in place of a value; `stated` is the default its schema states. */
  readonly placeholder: (
    pointer: string,
    inherited: JsonValue | undefined,
    stated: JsonValue | undefined,
  ) => Placeholder
  /** Whether a filter lets a field be seen. Hidden fields keep their data. */
  readonly isVisible: (pointer: string) => boolean
  /** Opens what is folded, so that a filter's finds are in sight. */
  readonly isFiltered: boolean
  /** Takes note of a field whose text is no value yet, or is one again. */
  readonly report: (pointer: string, problem: string | undefined) => void
}

const FormScopeContext = createContext<FormScope | undefined>(undefined)

export function useFormScope(): FormScope {
  const scope = useContext(FormScopeContext)
  if (scope === undefined) throw new Error('A field of a form stands outside of any form.')
  return scope
}

export function useInherited(pointer: string): JsonValue | undefined {
  return getAt(useFormScope().inherited, pointer)
}

/** The keys of a map or group: of what is inherited, of what was there before, and its own, in this order. */
export function useKeys(pointer: string, value: JsonValue | undefined): string[] {
  const { inherited, before } = useFormScope()
  const maps = [getAt(inherited, pointer), getAt(before, pointer), value]
  return [...new Set(maps.flatMap((map) => (isGroup(map) ? Object.keys(map) : [])))]
}

export const FormScopeProvider = FormScopeContext.Provider

export function useReportProblem(pointer: string): (problem: string | undefined) => void {
  const { report } = useFormScope()
  return useCallback((problem) => report(pointer, problem), [report, pointer])
}

/** Around what is only ever set as a whole: inside a list nothing is inherited, annotated or filtered by itself. */
export function WholeValue({ children }: { children: ReactNode }) {
  const { report } = useFormScope()
  const scope = useMemo(() => ({ ...NOTHING_AROUND, report }), [report])
  return (
    <FormScopeProvider value={scope}>
      <FieldAnnotationProvider value={noAnnotation}>{children}</FieldAnnotationProvider>
    </FormScopeProvider>
  )
}

const NOTHING_AROUND: Omit<FormScope, 'report'> = {
  inherited: {},
  before: undefined,
  inherits: false,
  placeholder: () => ({ text: '' }),
  isVisible: () => true,
  isFiltered: false,
}

function noAnnotation(): undefined {
  return undefined
}
