import ipaddr from 'ipaddr.js'

/** Answers virtual machines about themselves, at an address that looks like any other. */
const azureHost = '168.63.129.16'

/**
 * Whether an address is one of the public internet.
 * - private, shared, loopback, link-local, unspecified, multicast, reserved and documentation networks are not, and
 *   neither are the addresses at which clouds answer their machines
 * - an IPv4 address written as IPv6 counts as what it is; networks that carry IPv4 within IPv6 are not public
 */
export function isPublic(text: string): boolean {
  const address = ipaddr.process(text)
  return address.range() === 'unicast' && address.toString() !== azureHost
}
