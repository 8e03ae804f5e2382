import type { Unit } from './unit-of.ts'

/** By the symbols that people write, lower case: what one is in milliseconds. `m` are minutes, as in `1h 5m`. */
const milliseconds = sizes([
  [['ms', 'msec', 'millisecond', 'milliseconds'], 1],
  [['s', 'sec', 'secs', 'second', 'seconds'], 1_000],
  [['m', 'min', 'mins', 'minute', 'minutes'], 60_000],
  [['h', 'hour', 'hours'], 3_600_000],
  [['d', 'day', 'days'], 86_400_000],
])

/** The same in bytes. */
const bytes = sizes([
  [['b', 'byte', 'bytes'], 1],
  [['kb'], 1e3],
  [['mb'], 1e6],
  [['gb'], 1e9],
  [['kib'], 1024],
  [['mib'], 1024 ** 2],
  [['gib'], 1024 ** 3],
])

const percent = sizes([[['%', 'percent'], 1]])

const partOfQuantity = /(\d+(?:\.\d+)?)\s*([a-z%]+)\s*/giy

/**
 * An amount with its units as a number in `unit`: `5s` are 5000 `ms`, `1 h 30 min` 5400 `s`, `128 KiB` 131072 `bytes`.
 * Undefined for what is none, or measures something else. It may come out uneven: 5 ms are 0.005 `s`.
 */
export function readQuantity(text: string, unit: Unit): number | undefined {
  const known = [milliseconds, bytes, percent].find((each) => each.has(unit.toLowerCase()))
  const size = known?.get(unit.toLowerCase())
  const trimmed = text.trim()
  if (known === undefined || size === undefined || trimmed === '') return undefined
  let sum = 0
  let end = 0
  for (const [part, amount, symbol = ''] of trimmed.matchAll(partOfQuantity)) {
    const one = known.get(symbol.toLowerCase())
    if (one === undefined) return undefined
    sum += Number(amount) * one
    end += part.length
  }
  const amount = sum / size
  if (end !== trimmed.length || !Number.isFinite(amount)) return undefined
  // Tenths are no whole numbers to a computer; what is whole has all its figures.
  return Number.isInteger(amount) ? amount : Number(amount.toPrecision(14))
}

function sizes(rows: readonly (readonly [symbols: readonly string[], size: number])[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(([symbols, size]) => symbols.map((symbol) => [symbol, size] as const)))
}
