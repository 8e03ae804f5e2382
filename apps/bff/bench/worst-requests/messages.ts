import type { SignIn } from '@strata/sample-cluster'
import type { Route } from '#bff/http/route.ts'

/** A user of the demo with a token. */
export interface SignedIn extends Pick<SignIn, 'level' | 'accountId' | 'userId'> {
  readonly token: string
}

/** What one request cost the server, in milliseconds: time of all its threads, and the longest that it answered nobody. */
export interface Cost {
  readonly cpu: number
  readonly stall: number
}

export type ToServer = 'begin' | 'end' | 'stop'

export interface Ready {
  readonly url: string
  readonly routes: readonly Pick<Route, 'method' | 'path' | 'access'>[]
  readonly callers: readonly SignedIn[]
}

export type FromServer = Ready | { readonly begun: true } | Cost
