import type { CategoryDetail } from '@strata/api-types'
import { useMemo } from 'react'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { matrixRows } from '../matrix/matrix-rows.ts'

/** How many settings a category has as it is stored: what its schema declares, and what only sections set. */
export function useSettingCount(form: FormValidator, { sections }: CategoryDetail): number {
  return useMemo(() => matrixRows(form, sections).length, [form, sections])
}
