/** An id for a new back-end or connection: 32 characters out of those that KAZOO allows. */
export function newEntryId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
