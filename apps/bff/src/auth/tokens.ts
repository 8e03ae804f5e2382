import { isJsonObject, type JsonObject } from '@strata/json'
import { errors, jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import { AppError } from '#bff/errors/app-error.ts'
import type { SigningKeys } from './signing-keys.ts'

const issuer = 'kazoo'
const cachedTokens = 5000

/**
 * JSON Web Tokens as KAZOO issues and accepts them.
 * - signed with RS256; RS384 and RS512 are accepted too
 * - claims of verified tokens are kept, a bounded number of them; their end is looked at every time
 */
export function createTokens({ keys, clock }: { keys: SigningKeys; clock: () => Date }) {
  const verified = new LRUCache<string, JsonObject>({ max: cachedTokens, ttl: 60_000 })
  const now = () => Math.floor(clock().getTime() / 1000)
  return {
    /** A signed token that carries `claims` and ends after `lifetimeSeconds`. */
    async issue(claims: JsonObject, lifetimeSeconds: number): Promise<string> {
      const { id, privateKey } = await keys.current()
      return new SignJWT({ iss: issuer, ...claims })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: id })
        .setExpirationTime(now() + lifetimeSeconds)
        .sign(privateKey)
    },
    /** The claims of a token that one of the store's keys signed and whose time has not run out. Throws `unauthenticated`. */
    async verify(token: string): Promise<JsonObject> {
      const claims = verified.get(token) ?? (await verifySignature(token, keys, clock()))
      verified.set(token, claims, { noUpdateTTL: true })
      if (Number(claims.exp) <= now()) throw expired()
      return claims
    },
  }
}

async function verifySignature(token: string, keys: SigningKeys, currentDate: Date): Promise<JsonObject> {
  const findKey = async ({ kid }: { kid?: string }) => {
    const key = kid === undefined ? undefined : await keys.named(kid)
    if (key === undefined) throw invalidToken()
    return key.publicKey
  }
  try {
    const { payload } = await jwtVerify(token, findKey, {
      algorithms: ['RS256', 'RS384', 'RS512'],
      issuer,
      requiredClaims: ['exp', 'account_id'],
      currentDate,
    })
    const claims: unknown = payload
    return isJsonObject(claims) ? claims : {}
  } catch (error) {
    throw asAppError(error)
  }
}

/** A store that fails while a key is read is the store's failure, not the token's. */
function asAppError(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return expired()
  return error instanceof errors.JOSEError ? invalidToken() : error
}

function invalidToken(): AppError {
  return new AppError('unauthenticated', 'The token is not one that this installation issued.')
}

function expired(): AppError {
  return new AppError('unauthenticated', 'The token has expired.', { name: 'invalid credentials', data: {} })
}
