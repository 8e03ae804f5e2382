import { changed } from '../changed.ts'
import type { KazooSchema } from '../kazoo-schema.ts'
import { userAuth } from '../kazoo43/user_auth.ts'

export const userAuth5: KazooSchema = changed(userAuth, {
  properties: { account_id: { type: 'string', maxLength: 32, minLength: 32 } },
})
