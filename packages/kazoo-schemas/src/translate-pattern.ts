const posixClasses: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '\\x21-\\x7e',
  lower: 'a-z',
  print: '\\x20-\\x7e',
  punct: '\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e',
  space: '\\s',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9',
}

/**
 * A PCRE pattern of KAZOO as JavaScript reads it in unicode mode, or `undefined` when it has no such reading.
 * - `[[:alnum:]_]` and its like become ranges: JavaScript would refuse them, or match something else
 * - anchors are left as they are: KAZOO searches too, it does not match whole strings
 */
export function translatePattern(pattern: string): string | undefined {
  const translated = pattern.replace(/\[:([a-z]+):\]/g, (whole, name: string) => posixClasses[name] ?? whole)
  return /\[:\^?[a-z]+:\]/.test(translated) || !compiles(translated) ? undefined : translated
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}
