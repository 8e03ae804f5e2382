import ipaddr from 'ipaddr.js'

/** The addresses and hosts that tests may reach although they are not public ones. */
export type AllowList = ReturnType<typeof createAllowList>

/** An allow list of addresses, networks (`10.0.0.0/8`) and host names. */
export function createAllowList(entries: readonly string[]) {
  const hosts = new Set(entries.map((entry) => entry.toLowerCase()))
  const networks = entries.map(networkOf).filter((network) => network !== undefined)
  return {
    /** Whether a host is named, whatever its address. */
    names: (host: string): boolean => hosts.has(host.toLowerCase()),
    covers(text: string): boolean {
      const address = ipaddr.process(text)
      return networks.some(([network, bits]) => address.kind() === network.kind() && address.match(network, bits))
    },
  }
}

function networkOf(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry)
  if (!ipaddr.isValid(entry)) return undefined
  const address = ipaddr.process(entry)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
