import { formatPointer, parsePointer } from '@strata/json'

/** How a key is written in a sentence; empty for a section itself. */
export function keyText(pointer: string): string {
  return parsePointer(pointer).join('.')
}

/** A place in the document by its section and where it is inside that. */
export function leafPlace(documentPointer: string): { section: string; pointer: string } {
  const [section = '', ...tokens] = parsePointer(documentPointer)
  return { section, pointer: formatPointer(tokens) }
}
