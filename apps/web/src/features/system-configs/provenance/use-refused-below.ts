import { type Category, inheritedBySection, placeIn, sectionsBelow, sectionValues } from '@strata/layered-config'
import { useCallback, useMemo } from 'react'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { useFormCheck } from '#web/components/schema-form/use-form-check.ts'
import type { LeafProvenance } from './field-provenance.ts'
import type { Scope } from './use-scope.ts'

/** A value that another section stores and the schema refuses. */
export interface RefusedValue {
  readonly layer: 'zone' | 'default'
  readonly section: string
  /** Where that section stores it. */
  readonly pointer: string
  readonly message: string
}

/** Of the values that a field inherits, the one that the schema refuses. Stays the same while the section is edited. */
export function useRefusedBelow(
  form: FormValidator,
  around: Category,
  scope: Scope,
): (pointer: string, facts: Pick<LeafProvenance, 'own' | 'readings'>) => RefusedValue | undefined {
  const check = useFormCheck(form)
  const refused = useMemo(
    () =>
      sectionsBelow(scope).flatMap((section) =>
        check(sectionValues(around.sections, section), inheritedBySection(around, section))
          .filter(({ isMissing }) => isMissing !== true)
          .map((error) => ({ ...error, section })),
      ),
    [check, around, scope],
  )
  return useCallback(
    (pointer, { own, readings }) => {
      if (own !== undefined) return undefined
      for (const reading of readings) {
        if (reading.layer === 'built-in' || reading.layer === 'node' || reading.value === undefined) continue
        const { layer, section } = reading
        const place = placeIn(section, scope, pointer)
        const error = refused.find((each) => each.section === section && isWithin(each.pointer, place))
        if (error !== undefined) return { layer, section, pointer: place, message: error.message }
      }
      return undefined
    },
    [refused, scope],
  )
}

function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`)
}
