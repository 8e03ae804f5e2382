export const signInPath = '/sign-in'

export interface SignInSearch {
  /** Path of this console to go to afterwards. */
  next?: string
}

/** Only paths of this console are followed: an address elsewhere would make the sign-in page a trap. */
export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { next } = search
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith(signInPath) ? { next } : {}
}

/** Link to the sign-in page that leads back to `next`. */
export function toSignIn(next?: string) {
  return { to: signInPath, search: next === undefined || next === '/' ? {} : { next } } as const
}
