import { parsePointer } from '@strata/json'

/** How a key is written in a sentence; empty for a section itself. */
export function keyText(pointer: string): string {
  return parsePointer(pointer).join('.')
}
