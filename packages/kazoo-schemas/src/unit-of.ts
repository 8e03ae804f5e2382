export type Unit = 'ms' | 's' | 'min' | 'h' | 'd' | 'bytes' | 'kB' | 'MB' | '%'

const units = new Map<string, Unit>([
  ['ms', 'ms'],
  ['msec', 'ms'],
  ['milliseconds', 'ms'],
  ['s', 's'],
  ['sec', 's'],
  ['secs', 's'],
  ['seconds', 's'],
  ['mins', 'min'],
  ['minutes', 'min'],
  ['h', 'h'],
  ['hours', 'h'],
  ['d', 'd'],
  ['days', 'd'],
  ['bytes', 'bytes'],
  ['kb', 'kB'],
  ['mb', 'MB'],
  ['percent', '%'],
  ['percentage', '%'],
])

/** The unit that the last word of a key names: `acl_request_timeout_ms` is in `ms`. */
export function unitOf(key: string): Unit | undefined {
  const [, last] = /[a-z0-9]_([a-z]+)$/i.exec(key) ?? []
  return last === undefined ? undefined : units.get(last.toLowerCase())
}
