/** How many bytes of bodies may be on their way at once. */
export type BodyBudget = ReturnType<typeof createBodyBudget>

/** A budget of `total` bytes. */
export function createBodyBudget(total: number) {
  const reading = new Set<{ readonly bytes: number; readonly cut: () => void }>()
  let spent = 0
  return {
    /**
     * Gives what `read` gives, counting `bytes` until it is done.
     * - where too many are on their way already, those that began first are cut off: what is slow gives way
     */
    async spend<Read>(bytes: number, cut: () => void, read: () => Promise<Read>): Promise<Read> {
      for (const oldest of reading) {
        if (spent + bytes <= total) break
        reading.delete(oldest)
        spent -= oldest.bytes
        oldest.cut()
      }
      const own = { bytes, cut }
      reading.add(own)
      spent += bytes
      try {
        return await read()
      } finally {
        if (reading.delete(own)) spent -= bytes
      }
    },
  }
}
