import ipaddr from 'ipaddr.js'

/** Answers virtual machines about themselves, at an address that looks like any other. */
const azureHost = '168.63.129.16'

/** All that IANA hands out for hosts of the internet. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is one of the public internet.
 * - private, shared, loopback, link-local, unspecified, multicast, reserved, documentation and benchmarking networks are
 *   not, and neither are the addresses at which clouds answer their machines
 * - an IPv4 address mapped into IPv6 counts as what it is; networks that carry IPv4 within IPv6 (compatible, translated,
 *   6to4, Teredo) are not public
 * - IPv6 networks that nobody was given are not public either
 */
export function isPublic(text: string): boolean {
  // The library reads `::8.8.8.8` as if it were mapped.
  if (/^::\d+\.\d/.test(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast' || address.toString() === azureHost) return false
  return address.kind() === 'ipv4' || address.match(globalUnicast)
}
