import type { JsonValue } from '@strata/json'

/** The formats that KAZOO checks. It ignores all others. */
const checkedFormats: readonly JsonValue[] = ['date-time', 'email', 'ipv4', 'ipv6']

export function isCheckedFormat(format: JsonValue): boolean {
  return checkedFormats.includes(format)
}

/** What KAZOO takes for an address, which is more than usual checks take: `ops@localhost` is one. */
export const emailFormat = /^[^@]+@[^@]+$/
