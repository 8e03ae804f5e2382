/** A stream of invented numbers; the same label gives the same stream, on every machine. */
export interface Random {
  /** A whole number from `from` up to and including `to`. */
  integer(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
  /** Up to `count` different items, in the order of the list. */
  sample<T>(items: readonly T[], count: number): T[]
  /** Lower-case hexadecimal digits. */
  hex(length: number): string
}

/**
 * A stream of its own for each label, so that one document can be made without making those before it.
 * The generator is sfc32, seeded with 128 bits mixed from the label: ids of a million documents do not meet.
 */
export function createRandom(...label: readonly (string | number)[]): Random {
  const next = sfc32(mix(label.join('\u0000')))
  const integer = (from: number, to: number): number => from + (next() % (to - from + 1))
  return {
    integer,
    chance: (probability) => next() / 2 ** 32 < probability,
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
    sample: (items, count) => {
      const left = items.map((_, index) => index)
      const chosen = Array.from({ length: Math.min(count, items.length) }, () =>
        left.splice(integer(0, left.length - 1), 1),
      )
      const indexes = new Set(chosen.flat())
      return items.filter((_, index) => indexes.has(index))
    },
    hex: (length) => {
      const words = Array.from({ length: Math.ceil(length / 8) }, () => next().toString(16).padStart(8, '0'))
      return words.join('').slice(0, length)
    },
  }
}

type State = [number, number, number, number]

function sfc32([startA, startB, startC, startCounter]: State): () => number {
  let [a, b, c, counter] = [startA, startB, startC, startCounter]
  const next = (): number => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    return result >>> 0
  }
  for (let round = 0; round < 15; round += 1) next()
  return next
}

/** Four lanes of FNV-1a, each with its own offset, stirred into each other after every character. */
function mix(text: string): State {
  let [a, b, c, d] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 0x01000193) ^ (d >>> 15)
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (a >>> 13)
    c = Math.imul(c ^ code, 0xc2b2ae35) ^ (b >>> 16)
    d = Math.imul(d ^ code, 0x27d4eb2f) ^ (c >>> 14)
  }
  return [a, b, c, d]
}
