import type { IncomingMessage } from 'node:http'
import { AppError } from '#bff/errors/app-error.ts'
import { type Body, noBody, readBody } from './body.ts'
import type { BodyAllowance, BodyAllowanceOf } from './body-allowance.ts'
import { type Exchange, isOfCrossbar, type Step, type StepResponse } from './exchange.ts'
import { hasBody, readRaw } from './read-raw.ts'
import { isTruth, lookUp } from './request.ts'
import type { Route } from './route.ts'

/**
 * What every path does first: says which methods it takes, reads the body, and makes of the request the method that its
 * `verb` names.
 * - no more of a body is read than its sender may bring, and none where no `verb` in it can make another method of it
 * - notes on the way how the answer is to be printed, and on the answer that the body had no type
 * Throws `method-not-allowed`.
 */
export function receive(routes: readonly Route[], allowance: BodyAllowanceOf): Step {
  const methods = routes.map(({ method }) => method)
  const maxBytes = Math.min(...routes.map((route) => route.maxBytes ?? Number.POSITIVE_INFINITY))
  const requireMethod = (method: string) => {
    if (methods.some((served) => served === method)) return
    throw new AppError('method-not-allowed', `This path does not take ${method}.`)
  }
  return async (request, response, next) => {
    const exchange = response.locals
    allow(response, methods)
    if (request.method === 'OPTIONS') {
      response.status(200).end()
      return
    }
    if (!hasBody(request) || !isOfCrossbar(exchange)) requireMethod(effectiveMethod(exchange, noBody))
    const type = request.get('content-type')
    const body = hasBody(request)
      ? await readAllowed(request, type, await allowance(request, exchange, maxBytes))
      : await readBody(new Uint8Array(), type, { values: 0, names: 0 })
    exchange.body = body
    exchange.isPretty = isTruth(
      lookUp('pretty_print', { ...body, query: exchange.query }) ?? request.get('x-pretty-print'),
    )
    if (body.isUntyped) response.set('X-RFC2616', 'no Content-Type, read as application/json')
    const method = effectiveMethod(exchange, body)
    requireMethod(method)
    // Express serves HEAD by the row of GET, and sends no body then.
    if (request.method !== 'HEAD' || method !== 'GET') request.method = method
    next()
  }
}

/** Says on the answer what its path takes. */
export function allow(response: StepResponse, methods: readonly string[]): void {
  response.set('Allow', [...methods, 'OPTIONS'].join(', '))
}

/** The value `verb` tunnels another method through a request, for Crossbar's resources only. */
function effectiveMethod(exchange: Exchange, body: Body): string {
  const { method, query } = exchange
  const verb = isOfCrossbar(exchange) ? lookUp('verb', { ...body, query }) : undefined
  if (typeof verb === 'string') return verb.toUpperCase()
  return method === 'HEAD' ? 'GET' : method
}

async function readAllowed(
  request: IncomingMessage,
  type: string | undefined,
  allowance: BodyAllowance,
): Promise<Body> {
  const { bytes, budget, refusal } = allowance
  const read = () => readRaw(request, bytes)
  const { 'content-encoding': encoding, 'content-length': length } = request.headers
  const expected = encoding === undefined && length !== undefined ? Math.min(Number(length), bytes) : bytes
  try {
    const raw = await (budget === undefined ? read() : budget.spend(expected, () => request.destroy(), read))
    return await readBody(raw, type, allowance)
  } catch (error) {
    throw refusal !== undefined && error instanceof AppError && error.kind === 'too-large' ? refusal : error
  }
}
