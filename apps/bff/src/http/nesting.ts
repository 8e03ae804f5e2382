const quote = '"'.charCodeAt(0)
const backslash = '\\'.charCodeAt(0)
const opening = new Set(['{', '['].map((character) => character.charCodeAt(0)))
const closing = new Set(['}', ']'].map((character) => character.charCodeAt(0)))

/**
 * Whether a JSON text nests objects and lists deeper than `limit`.
 * - looks at the text because parsing millions of levels takes seconds, in which the server answers nobody
 */
export function isNestedDeeper(text: string, limit: number): boolean {
  let depth = 0
  let isInString = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (isInString) {
      if (code === backslash) index += 1
      else if (code === quote) isInString = false
    } else if (code === quote) isInString = true
    else if (opening.has(code)) depth += 1
    else if (closing.has(code)) depth -= 1
    if (depth > limit) return true
  }
  return false
}
