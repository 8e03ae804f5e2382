import type { FieldPathId } from '@rjsf/utils'
import { formatPointer } from '@strata/json'

/** The JSON Pointer of a field. The only reader of RJSF's own path, whose form changes between its versions. */
export function fieldPointer(fieldPathId: FieldPathId): string {
  return formatPointer(fieldPathId.path)
}
