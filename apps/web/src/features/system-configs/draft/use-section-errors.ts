import { deepEqual, formatPointer, getAt, type JsonValue } from '@strata/json'
import { type Category, inheritedBySection, sectionValues } from '@strata/layered-config'
import { useMemo, useState } from 'react'
import type { FormError } from '#web/components/schema-form/form-error.ts'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { useFormCheck } from '#web/components/schema-form/use-form-check.ts'
import { fromValidationErrors } from '#web/components/schema-form/wire-errors.ts'
import type { ApiError } from '#web/lib/api-error.ts'
import { leafPlace } from '../words/key-text.ts'
import { type Changes, changesIn } from './category-draft.ts'

/** An error of one section; its pointer begins inside the section. */
export interface SectionError extends FormError {
  readonly section: string
}

/** An error holds as long as the value is the one that was refused. */
interface Refusal extends SectionError {
  readonly value: JsonValue | undefined
}

interface SectionErrors {
  /** What the form of a section shows. */
  readonly of: (section: string) => readonly SectionError[]
  /** What stands in the way of saving: errors of the leaves that change. */
  readonly blocking: readonly SectionError[]
  /** Takes the errors of a refused write to their fields. Gives how many found one. */
  readonly refuse: (error: ApiError) => number
  readonly forget: () => void
}

/** What is wrong in the section shown and in those that change: by the schema, and by what the server said. */
export function useSectionErrors(
  form: FormValidator,
  category: Category,
  changes: Changes,
  shown: string,
): SectionErrors {
  const check = useFormCheck(form)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const errors = useMemo(() => {
    const names = [...new Set([shown, ...Object.keys(changes)])]
    const found = names.flatMap((section) =>
      check(sectionValues(category.sections, section), inheritedBySection(category, section)).map((error) => ({
        ...error,
        section,
      })),
    )
    const standing = refusals.filter(({ section, pointer, value }) => deepEqual(at(category, section, pointer), value))
    return [...found, ...standing.filter((refusal) => !found.some((error) => isSamePlace(error, refusal)))]
  }, [check, category, changes, shown, refusals])

  return {
    of: (section) => errors.filter((error) => error.section === section),
    blocking: errors.filter(({ section, pointer }) =>
      changesIn(changes, section).some((operation) => operation.op === 'set' && isRelated(operation.pointer, pointer)),
    ),
    refuse: (error) => {
      const refused = fromValidationErrors(error.validation ?? {}).map(({ pointer, message }) => {
        const place = leafPlace(pointer)
        return { ...place, message, value: at(category, place.section, place.pointer) }
      })
      setRefusals(refused)
      return refused.filter(({ section }) => Object.hasOwn(changes, section)).length
    },
    forget: () => setRefusals([]),
  }
}

function at({ sections }: Category, section: string, pointer: string): JsonValue | undefined {
  return getAt(sections, formatPointer([section]) + pointer)
}

function isSamePlace(a: SectionError, b: SectionError): boolean {
  return a.section === b.section && a.pointer === b.pointer
}

/** Whether an error at one place is about what is set at the other. */
export function isRelated(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
}
