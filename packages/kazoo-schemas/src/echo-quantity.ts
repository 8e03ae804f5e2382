import type { Unit } from './unit-of.ts'

const durations: readonly (readonly [symbol: string, milliseconds: number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
  ['ms', 1],
]

/**
 * An amount in the units a person would use: 2000 `ms` are `2 s`, 5400 `s` are `1 h 30 min`, 131072 `bytes` `128 KiB`.
 * `undefined` where that says nothing new, or the amount is no amount (negative, infinite).
 * Rounded figures begin with `≈`.
 */
export function echoQuantity(amount: number, unit: Unit): string | undefined {
  const echo = unit === '%' || !Number.isFinite(amount) || amount <= 0 ? undefined : echoOf(amount, unit)
  return echo === `${amount} ${unit}` ? undefined : echo
}

function echoOf(amount: number, unit: Unit): string {
  if (unit === 'bytes') return echoBytes(amount)
  if (unit === 'kB') return echoBytes(amount * 1e3)
  if (unit === 'MB') return echoBytes(amount * 1e6)
  const [, milliseconds = 1] = durations.find(([symbol]) => symbol === unit) ?? []
  return echoDuration(amount * milliseconds)
}

/** All parts of it, so that nothing is rounded; seconds take tenths up. */
function echoDuration(milliseconds: number): string {
  const parts: string[] = []
  let rest = milliseconds
  for (const [symbol, size] of durations) {
    const whole = size === 1 ? rest : Math.floor(rest / size)
    const tenths = symbol === 's' && rest > size && rest % 100 === 0
    if (tenths) return [...parts, `${rest / size} s`].join(' ')
    if (whole > 0) parts.push(`${whole} ${symbol}`)
    rest -= whole * size
  }
  return parts.join(' ')
}

/** In thousands where three figures tell all, else in powers of 1024 where that comes out even, else rounded. */
function echoBytes(bytes: number): string {
  const [exact, symbol] = inSteps(bytes, 1000, ['bytes', 'kB', 'MB', 'GB', 'TB'], (amount) => amount >= 1)
  const shown = Number(exact.toPrecision(3))
  if (shown === exact) return `${shown} ${symbol}`
  const [even, binarySymbol] = inSteps(bytes, 1024, ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'], Number.isInteger)
  return binarySymbol === 'bytes' ? `≈ ${shown} ${symbol}` : `${even} ${binarySymbol}`
}

/** The amount in the greatest unit that suits it. */
function inSteps(
  bytes: number,
  step: number,
  symbols: readonly string[],
  suits: (amount: number) => boolean,
): readonly [number, string] {
  const power = symbols.findLastIndex((_, index) => suits(bytes / step ** index))
  return [bytes / step ** Math.max(power, 0), symbols[Math.max(power, 0)] ?? 'bytes']
}
