import { describe, expect, it } from 'vitest'
import { echoQuantity, readQuantity, type Unit, unitOf } from './index.ts'

describe(unitOf, () => {
  for (const [key, unit] of [
    ['acl_request_timeout_ms', 'ms'],
    ['user_cache_time_in_ms', 'ms'],
    ['token_auth_expiry_s', 's'],
    ['record_min_sec', 's'],
    ['aging_expiry_d', 'd'],
    ['how_many_early_days', 'd'],
    ['buffer_bytes', 'bytes'],
    ['idle_minutes', 'min'],
    ['max_calls', undefined],
    ['route_win_timeout', undefined],
    ['num_months_to_get_cdrs', undefined],
    ['pool_min', undefined],
    ['ms', undefined],
    ['headers', undefined],
  ] as const) {
    it(`${key}: ${unit ?? 'none'}`, () => expect(unitOf(key)).toBe(unit))
  }
})

describe(echoQuantity, () => {
  const rows: readonly (readonly [number, Unit, string | undefined])[] = [
    [2000, 'ms', '2 s'],
    [1500, 'ms', '1.5 s'],
    [1234, 'ms', '1 s 234 ms'],
    [500, 'ms', undefined],
    [86_400_000, 'ms', '1 d'],
    [90_000, 'ms', '1 min 30 s'],
    [90_500, 'ms', '1 min 30.5 s'],
    [3_600_001, 'ms', '1 h 1 ms'],
    [3600, 's', '1 h'],
    [5400, 's', '1 h 30 min'],
    [59, 's', undefined],
    [0.5, 's', '500 ms'],
    [1.5, 's', undefined],
    [90, 'min', '1 h 30 min'],
    [36, 'h', '1 d 12 h'],
    [5, 'd', undefined],
    [131_072, 'bytes', '128 KiB'],
    [8_000_000, 'bytes', '8 MB'],
    [128_000, 'bytes', '128 kB'],
    [2_621_440, 'bytes', '2560 KiB'],
    [4_194_304, 'bytes', '4 MiB'],
    [10_485_670, 'bytes', '≈ 10.5 MB'],
    [512, 'bytes', undefined],
    [2000, 'kB', '2 MB'],
    [2, 'MB', undefined],
    [50, '%', undefined],
    [0, 'ms', undefined],
    [-1, 's', undefined],
    [Number.POSITIVE_INFINITY, 's', undefined],
  ]
  for (const [amount, unit, echo] of rows) {
    it(`${amount} ${unit}: ${echo ?? 'nothing new'}`, () => expect(echoQuantity(amount, unit)).toBe(echo))
  }
})

describe(readQuantity, () => {
  const rows: readonly (readonly [string, Unit, number | undefined])[] = [
    ['5s', 'ms', 5000],
    ['2 min', 'ms', 120_000],
    ['1h', 's', 3600],
    ['1 h 30 min', 's', 5400],
    ['1h5m', 'min', 65],
    ['500ms', 'ms', 500],
    ['1.1 s', 'ms', 1100],
    ['5 ms', 's', 0.005],
    [' 2 Days ', 'h', 48],
    ['128 KiB', 'bytes', 131_072],
    ['8MB', 'bytes', 8_000_000],
    ['1 GB', 'MB', 1000],
    ['1.005 GB', 'bytes', 1_005_000_000],
    ['1099511627777 bytes', 'bytes', 1_099_511_627_777],
    ['50%', '%', 50],
    ['5 MB', 'ms', undefined],
    ['5s', 'bytes', undefined],
    ['5', 'ms', undefined],
    ['s', 'ms', undefined],
    ['5 s or so', 'ms', undefined],
    ['-5s', 'ms', undefined],
    ['5s, 3ms', 'ms', undefined],
    ['', 'ms', undefined],
    [`${'9'.repeat(400)}s`, 'ms', undefined],
  ]
  for (const [text, unit, amount] of rows) {
    it(`“${text}” in ${unit}: ${amount ?? 'nothing'}`, () => expect(readQuantity(text, unit)).toBe(amount))
  }

  it('what an amount is echoed as is read as that amount', () => {
    for (const unit of ['ms', 's', 'min', 'h', 'd'] as const) {
      for (const amount of [1, 7, 59, 90, 1234, 90_500, 3_600_001]) {
        const echo = echoQuantity(amount, unit)
        if (echo !== undefined) expect(readQuantity(echo, unit), echo).toBe(amount)
      }
    }
  })
})
