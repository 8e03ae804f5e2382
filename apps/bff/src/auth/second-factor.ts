import { AppError } from '#bff/errors/app-error.ts'
import type { AuthSettings, SignInMethod } from './auth-settings.ts'

const wayOn =
  'This account asks for a second factor, which only KAZOO can check. Sign in to KAZOO, then sign in here with the token ' +
  'that it gives you: choose "I have a token", or send the token as X-Auth-Token.'

/**
 * Throws `unauthenticated` where a method asks for more than right credentials, in the shape of KAZOO's own request for a
 * second factor: with the provider's name as far as it is known, and without what a client would need to answer, because
 * only KAZOO can take the answer. Whether the provider works does not matter.
 */
export async function assertNoSecondFactor(
  method: SignInMethod,
  accountId: string,
  settings: AuthSettings,
): Promise<void> {
  const factor = await settings.secondFactor(method, accountId)
  if (factor === undefined) return
  const provider = await settings.factorProvider(factor)
  const request = { ...(provider === undefined ? {} : { provider_name: provider }), settings: {} }
  throw new AppError('unauthenticated', wayOn, { data: { message: wayOn, multi_factor_request: request } })
}
