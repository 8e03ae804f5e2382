import type { Request, Response } from 'express'
import type { Context } from '#bff/context.ts'
import type { BodyAllowanceOf } from './body-allowance.ts'
import type { Progress } from './progress.ts'
import type { RouteTable } from './route-table.ts'

/** One request and its answer, with everything that serving it needs. */
export interface Exchange {
  readonly request: Request
  readonly response: Response
  readonly progress: Progress
  readonly table: RouteTable
  readonly allowance: BodyAllowanceOf
  readonly context: Context
}

/** Whether the client spoke https, to this server or to the proxy before it. */
export function isSecure({ request, context }: Exchange): boolean {
  return request.secure || (context.config.publicUrl?.startsWith('https:') ?? false)
}
