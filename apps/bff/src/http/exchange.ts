import type { Request, RequestHandler, Response } from 'express'
import type { Credentials } from '#bff/auth/authenticate.ts'
import type { Session } from '#bff/auth/session.ts'
import type { Config } from '#bff/config/config.ts'
import type { Body } from './body.ts'
import { lookUp } from './request.ts'
import type { Route } from './route.ts'

/** What is known of a request so far, in its answer's `locals`; a refusal is answered and logged with it. */
export interface Exchange {
  readonly id: string
  readonly startedAt: number
  /** As they came; the path without its query. */
  readonly method: string
  readonly path: string
  /** A repeated parameter keeps its last value. */
  readonly query: Readonly<Record<string, string>>
  /** `/v2/account/…`, where the caller's own account stands for the one that a path names. */
  isOwnAccount: boolean
  body: Body
  isPretty: boolean
  route: Route | undefined
  session: Session | undefined
}

/** A step that every request of the API passes. */
export type Step = RequestHandler<Record<string, string>, unknown, unknown, unknown, Exchange>
export type StepRequest = Request<Record<string, string>, unknown, unknown, unknown, Exchange>
export type StepResponse = Response<unknown, Exchange>

/** The first segment of a URL's path, as it came; empty ones are dropped, as Crossbar does. */
export function rootOf(path: string): string {
  return path.split('/').find((segment) => segment !== '') ?? ''
}

/** Whether a request is for one of Crossbar's resources. */
export function isOfCrossbar({ path }: Exchange): boolean {
  return rootOf(path) === 'v2'
}

/** Whether the client spoke https, to this server or to the proxy before it. */
export function isSecure({ secure }: StepRequest, { publicUrl }: Config): boolean {
  return secure || (publicUrl?.startsWith('https:') ?? false)
}

/** What authentication looks at, in as much of a request as `body` says that there is. */
export function credentialsOf(request: StepRequest, { query, body }: Exchange, { publicUrl }: Config): Credentials {
  return {
    header: (name) => request.get(name),
    value: (name) => lookUp(name, { ...body, query }),
    host: request.host,
    publicUrl,
  }
}
