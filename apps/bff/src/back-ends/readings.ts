/** A text as somebody reads it who takes one more layer of encoding off. */
export interface Reading {
  /** Its bytes in UTF-8, a character each, in lower case. */
  readonly bytes: string
  /** Where in the text each byte comes from, and at last where the text ends. */
  readonly from: readonly number[]
}

/** Deeper ones nobody makes by accident. */
const mostLayers = 4

const encoded =
  /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\u[0-9a-f]{4}|\\[^u]|%[0-9a-f]{2}|\+/g
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A text as it is, and without what URLs, forms, JSON and HTML write in place of characters, layer by layer. */
export function readings(text: string): Reading[] {
  const found = [asBytes(text)]
  while (found.length <= mostLayers) {
    const last = found[found.length - 1]
    const next = last === undefined ? undefined : withoutLayer(last)
    if (next === undefined) break
    found.push(next)
  }
  return found
}

function asBytes(text: string): Reading {
  const from: number[] = []
  let at = 0
  for (const character of text) {
    for (let length = bytesOf(character); length > 0; length -= 1) from.push(at)
    at += character.length
  }
  from.push(at)
  return { bytes: lowerCase(utf8(text)), from }
}

/** How many bytes a character takes in UTF-8; half of one is written as another that takes three. */
function bytesOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

/** Undefined where there is none. */
function withoutLayer({ bytes, from }: Reading): Reading | undefined {
  const starts: number[] = []
  let read = ''
  let next = 0
  const takeAs = (meaning: string, start: number) => {
    for (let index = 0; index < meaning.length; index += 1) starts.push(from[start] ?? 0)
    read += meaning
  }
  const takePlain = (end: number) => {
    for (let index = next; index < end; index += 1) starts.push(from[index] ?? 0)
    read += bytes.slice(next, end)
  }
  for (const match of bytes.matchAll(encoded)) {
    takePlain(match.index)
    takeAs(lowerCase(meaningOf(match[0])), match.index)
    next = match.index + match[0].length
  }
  if (next === 0) return undefined
  takePlain(bytes.length)
  return { bytes: read, from: [...starts, from[bytes.length] ?? 0] }
}

/** In bytes. The text is in lower case by now. */
function meaningOf(code: string): string {
  if (code === '+') return ' '
  if (code.startsWith('%')) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
  if (code.startsWith('\\u')) return utf8(codeUnits(code))
  if (code.startsWith('\\')) return escapes[code.slice(1)] ?? code.slice(1)
  if (code.startsWith('&#x')) return utf8(character(Number.parseInt(code.slice(3), 16)))
  if (code.startsWith('&#')) return utf8(character(Number.parseInt(code.slice(2), 10)))
  return entities[code.slice(1, -1)] ?? ''
}

function character(codePoint: number): string {
  return codePoint > 0x10ffff ? '' : String.fromCodePoint(codePoint)
}

/** One, or the two of a character beyond those that one can say. */
function codeUnits(code: string): string {
  return String.fromCharCode(
    ...code
      .split('\\u')
      .slice(1)
      .map((unit) => Number.parseInt(unit, 16)),
  )
}

function utf8(text: string): string {
  return Buffer.from(text).toString('latin1')
}

/** Of ASCII only: bytes of other characters have no case. */
function lowerCase(bytes: string): string {
  return bytes.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
