const code = (character: string) => character.charCodeAt(0)
const [space, quote, backslash, comma, colon] = [code(' '), code('"'), code('\\'), code(','), code(':')]
const [openObject, closeObject, openList, closeList] = [code('{'), code('}'), code('['), code(']')]

interface Limits {
  /** Levels of objects and lists. */
  readonly depth: number
  /** All values, objects and lists included. */
  readonly values: number
  /** Different names of members. */
  readonly names: number
}

/**
 * The first limit that a JSON text passes; undefined for one that keeps to them, and perhaps for one that is not JSON.
 * - looks at the text because parsing millions of levels or keys takes seconds, in which the server answers nobody;
 *   a name that occurs for the first time costs thirty times what a value does
 */
export function passedLimit(text: string, limits: Limits): keyof Limits | undefined {
  let depth = 0
  let values = 1
  let previous = space
  let lastText = { start: 0, end: 0 }
  const names = new Set<string>()
  for (let index = 0; index < text.length; index += 1) {
    const current = text.charCodeAt(index)
    if (current <= space) continue
    if (current === comma || (isOpening(previous) && !isClosing(current))) values += 1
    if (current === quote) {
      lastText = { start: index, end: endOfString(text, index) }
      index = lastText.end
    } else if (current === colon) names.add(text.slice(lastText.start, lastText.end))
    else if (isOpening(current)) depth += 1
    else if (isClosing(current)) depth -= 1
    if (depth > limits.depth) return 'depth'
    if (values > limits.values) return 'values'
    if (names.size > limits.names) return 'names'
    previous = current
  }
  return undefined
}

function isOpening(character: number): boolean {
  return character === openObject || character === openList
}

function isClosing(character: number): boolean {
  return character === closeObject || character === closeList
}

/** Where the quote is that ends the string beginning at `start`. */
function endOfString(text: string, start: number): number {
  let index = start + 1
  while (index < text.length && text.charCodeAt(index) !== quote) {
    index += text.charCodeAt(index) === backslash ? 2 : 1
  }
  return index
}
