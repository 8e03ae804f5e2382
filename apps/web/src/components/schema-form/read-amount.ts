import { parsePointer } from '@strata/json'
import { readQuantity, type Unit, unitOf } from '@strata/kazoo-schemas'

/** The unit of a field's numbers, as its key names it. */
export function unitAt(pointer: string): Unit | undefined {
  return unitOf(parsePointer(pointer).at(-1) ?? '')
}

/** What a text such as `5s` means in a field of that unit; undefined where it means nothing there. */
export function readAmount(text: string, pointer: string): number | undefined {
  const unit = unitAt(pointer)
  return unit === undefined ? undefined : readQuantity(text, unit)
}
