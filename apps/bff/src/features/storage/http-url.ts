import { BlockList, isIP } from 'node:net'
import { isDisguisedAddress } from '@strata/kazoo-schemas'
import { nameFault } from '@strata/layered-config'

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

/** Why nobody should enter this address anew, because those who read it could take it for different ones. */
export function addressFault(text: string): string | undefined {
  if (!/^https?:\/\/[^/?#\\]/i.test(text)) return 'An address begins with http:// or https:// and the name of a server.'
  if (isDisguisedAddress(text)) {
    return 'Parts of this address can be read in different ways: in a user name or password write a space as %20, # as %23, / as %2F and ? as %3F.'
  }
  return characterFault(text)
}

/** The same for a setting that is a server alone. */
export function hostFault(text: string): string | undefined {
  if (/[/?#@]/.test(text)) return 'This is the name or IP address of a server alone, without http://, a user or a path.'
  return characterFault(text)
}

function characterFault(text: string): string | undefined {
  if (/\s/.test(text)) return 'There is a space, a tab or a line break in it.'
  if (nameFault(text) === 'invisible') return 'There is a character in it that nobody sees.'
  return text.includes('\\')
    ? 'There is a \\ in it: write /, or %5C where it belongs to a name or password.'
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
