import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Secrets } from './secrets.ts'

/** The token that a page must send back with every write of its session. */
export async function csrfToken(secrets: Secrets, sessionId: string): Promise<string> {
  return createHmac('sha256', (await secrets()).csrfToken)
    .update(sessionId)
    .digest('base64url')
}

/** Compares two texts without telling by its time where they differ. */
export function equalInConstantTime(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHmac('sha256', 'compare').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}
