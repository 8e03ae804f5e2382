import { crc32 } from 'node:zlib'

const sealBytes = 4

/** Raised for a record whose bytes are not those that were written. */
export class DamagedRecord extends Error {
  override readonly name = 'DamagedRecord'
  readonly key: string

  constructor(key: string) {
    super(`The record ${JSON.stringify(key)} is not what was written.`)
    this.key = key
  }
}

/** A value with a checksum over it and its key in front, so that neither can be changed unseen. */
export function seal(key: string, value: Uint8Array): Buffer {
  const sealed = Buffer.allocUnsafe(sealBytes + value.length)
  sealed.writeUInt32BE(checksum(key, value))
  sealed.set(value, sealBytes)
  return sealed
}

/** The value of a sealed record. Throws `DamagedRecord`. */
export function unseal(key: string, sealed: Buffer): Buffer {
  const value = sealed.subarray(sealBytes)
  if (sealed.length < sealBytes || sealOf(sealed) !== checksum(key, value)) throw new DamagedRecord(key)
  return value
}

/** The checksum that a sealed record carries. */
export function sealOf(sealed: Buffer): number {
  return sealed.readUInt32BE()
}

function checksum(key: string, value: Uint8Array): number {
  return crc32(value, crc32(key))
}
