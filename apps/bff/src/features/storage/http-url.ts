import { BlockList, isIP } from 'node:net'

/** Where HTTP back-ends must not point: host names, and networks for hosts that are written as addresses. */
export interface UrlBlacklist {
  readonly hosts: readonly string[]
  readonly cidrs: readonly string[]
}

/** KAZOO's own, where `kazoo_web` stores no other. */
export const builtInBlacklist: UrlBlacklist = { hosts: ['localhost'], cidrs: ['127.0.0.1/32', '0.0.0.0/32'] }

/**
 * Why a back-end must not have this URL; undefined when it may.
 * - http and https only
 * - addresses count in whatever spelling a client would resolve them (`0x7f.1`, `[::ffff:127.0.0.1]`); names are not looked up
 */
export function urlRefusal(text: string, blacklist: UrlBlacklist): string | undefined {
  if (!URL.canParse(text)) return 'This is not a URL.'
  const { protocol, hostname } = new URL(text)
  if (protocol !== 'http:' && protocol !== 'https:') return 'The URL must begin with http:// or https://.'
  const host = hostname.replace(/^\[|\]$|\.$/g, '')
  if (blacklist.hosts.some((name) => name.toLowerCase() === host))
    return `The system does not allow URLs of host '${host}'.`
  const family = isIP(host)
  if (family === 0) return undefined
  return networks(blacklist.cidrs).check(host, family === 6 ? 'ipv6' : 'ipv4')
    ? `The system does not allow URLs of address ${host}.`
    : undefined
}

/** Entries that are no network are passed over, as KAZOO does. */
function networks(cidrs: readonly string[]): BlockList {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const [address = '', bits = ''] = cidr.split('/')
    const family = isIP(address)
    const prefix = bits === '' ? (family === 6 ? 128 : 32) : Number(bits)
    if (family === 0 || !Number.isInteger(prefix) || prefix < 0 || prefix > (family === 6 ? 128 : 32)) continue
    list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}
