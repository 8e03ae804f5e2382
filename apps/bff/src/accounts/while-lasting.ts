import { AppError } from '#bff/errors/app-error.ts'

interface LastingWrite<T> {
  /** Throws `gone` or `not-found` where the owner of what is written is going or gone. */
  readonly requireLasting: () => Promise<unknown>
  readonly write: () => Promise<T>
  /** Takes back what the write left: all of it, or less where it failed. */
  readonly takeBack: (written: T | undefined) => Promise<void>
}

/**
 * Writes something whose owner, an account or a user, may be removed at the same moment, by another server too.
 * - whoever removes an owner makes that known first and looks for what belongs to it then: what this look came too early
 *   for sees that the owner is going, and is taken back
 * Throws what `requireLasting` says where the owner is going or gone, also when the write failed for it, and whatever
 * `write` throws.
 */
export async function whileLasting<T>({ requireLasting, write, takeBack }: LastingWrite<T>): Promise<T> {
  await requireLasting()

  async function lookAgain(written: T | undefined): Promise<void> {
    try {
      await requireLasting()
    } catch (error) {
      if (isAnyOf(error, ['gone', 'not-found'])) await takeBack(written).catch(unlessFoundByRemoval)
      throw error
    }
  }

  const written = await write().catch(async (error: unknown) => {
    await lookAgain(undefined)
    throw error
  })
  await lookAgain(written)
  return written
}

/** Then the document, or its database, is not there any more. */
function unlessFoundByRemoval(error: unknown): void {
  if (!isAnyOf(error, ['conflict', 'not-found', 'upstream'])) throw error
}

function isAnyOf(error: unknown, kinds: readonly AppError['kind'][]): boolean {
  return error instanceof AppError && kinds.includes(error.kind)
}
