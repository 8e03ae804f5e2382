import { describe, expect, it } from 'vitest'
import { isPublic } from './is-public.ts'

describe(isPublic, () => {
  for (const { note, addresses } of [
    { note: 'addresses of the internet', addresses: ['1.1.1.1', '8.8.8.8', '93.184.216.34', '223.255.255.254'] },
    {
      note: 'IPv6 of the internet',
      addresses: ['2606:4700:4700::1111', '2a00:1450:4001:81b::200e', '2001:4860::8888'],
    },
    { note: 'the internet mapped into IPv6', addresses: ['::ffff:8.8.8.8', '::ffff:808:808'] },
  ]) {
    it(`takes ${note} for public`, () => {
      expect(addresses.filter((address) => !isPublic(address))).toEqual([])
    })
  }

  for (const { note, addresses } of [
    { note: 'this network', addresses: ['0.0.0.0', '0.1.2.3', '0.255.255.255'] },
    { note: 'private', addresses: ['10.0.0.0', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1'] },
    { note: 'shared by carriers', addresses: ['100.64.0.0', '100.100.100.200', '100.127.255.255'] },
    { note: 'loopback', addresses: ['127.0.0.1', '127.255.255.254', '::1'] },
    { note: 'link-local', addresses: ['169.254.0.1', '169.254.169.254', 'fe80::1', 'febf::1'] },
    { note: 'assigned to protocols', addresses: ['192.0.0.1', '192.0.0.192', '192.0.0.255', '2001:1::1'] },
    { note: 'documentation', addresses: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'] },
    { note: 'relays of 6to4', addresses: ['192.88.99.1'] },
    { note: 'sinks of the name service', addresses: ['192.31.196.1', '192.175.48.1', '2001:4:112::1'] },
    { note: 'multicast relays', addresses: ['192.52.193.1', '2001:3::1'] },
    { note: 'benchmarking', addresses: ['198.18.0.1', '198.19.255.255', '2001:2::1'] },
    { note: 'multicast', addresses: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'] },
    { note: 'reserved', addresses: ['240.0.0.1', '255.255.255.254'] },
    { note: 'broadcast', addresses: ['255.255.255.255'] },
    { note: "a cloud's host of its machines", addresses: ['168.63.129.16', '::ffff:168.63.129.16'] },
    { note: 'unspecified (IPv6)', addresses: ['::'] },
    { note: 'IPv4-compatible', addresses: ['::127.0.0.1', '::a01:203', '::8.8.8.8', '0:0:0:0:0:0:8.8.8.8', '::2'] },
    { note: 'IPv4-mapped', addresses: ['::ffff:127.0.0.1', '::ffff:a01:203', '::ffff:169.254.169.254'] },
    { note: 'IPv4-translated', addresses: ['::ffff:0:127.0.0.1', '::ffff:0:8.8.8.8'] },
    { note: 'NAT64', addresses: ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::1', '64:ff9b:1:ffff::a00:1'] },
    { note: '6to4', addresses: ['2002:7f00:1::', '2002:808:808::1'] },
    { note: 'Teredo', addresses: ['2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'] },
    { note: 'unique local', addresses: ['fc00::1', 'fd12:3456::1', 'fd00:ec2::254'] },
    { note: 'site-local', addresses: ['fec0::1', 'feff::1'] },
    { note: 'discarded', addresses: ['100::1'] },
    { note: 'made of keys (ORCHID)', addresses: ['2001:10::1', '2001:20::1'] },
    { note: 'segments of routes', addresses: ['5f00::1'] },
    { note: 'given to nobody', addresses: ['1::1', '4000::1', 'a000::1', 'fe00::1'] },
  ]) {
    it(`takes nothing that is ${note} for public`, () => {
      expect(addresses.filter((address) => isPublic(address))).toEqual([])
    })
  }
})
