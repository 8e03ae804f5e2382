import { getAt, type JsonObject, type JsonValue } from '../../packages/json/src/index.ts'
import { faults, fill, fillText, type Variables } from './compare.ts'
import { departures } from './departures.ts'
import type { Step, Transcript } from './step.ts'

/** A request with everything filled in. */
export interface Request {
  readonly method: Step['method']
  /** From `/v2` on, with its query. */
  readonly path: string
  readonly body: JsonObject | undefined
}

export type Send = (request: Request) => Promise<{ readonly status: number; readonly body: JsonValue }>

export interface StepResult {
  readonly step: Step
  /** One line each; empty when the answer is the printed one through the table of departures. */
  readonly faults: readonly string[]
}

/**
 * Sends the requests of a transcript in order, after its preparation, and compares every answer. Later steps use what
 * earlier ones captured. Throws when the preparation fails.
 */
export async function* perform(transcript: Transcript, given: Variables, send: Send): AsyncGenerator<StepResult> {
  let variables: Variables = { ...transcript.variables, ...given }
  for (const step of transcript.preparation) {
    const { status, body } = await send(requestOf(transcript, step, variables))
    if (status !== step.status) throw new Error(`${step.name}: ${status} ${JSON.stringify(getAt(body, '/data'))}`)
  }
  for (const step of transcript.steps) {
    const { status, body } = await send(requestOf(transcript, step, variables))
    const wrongStatus = status === step.status ? [] : [`status: expected ${step.status}, got ${status}`]
    yield { step, faults: [...wrongStatus, ...faults(transcript, step, body, departures, variables)] }
    variables = { ...variables, ...captured(step, body) }
  }
}

function requestOf(transcript: Transcript, step: Step, variables: Variables): Request {
  const path = fillText(step.path, variables)
  const query = step.method === 'GET' ? undefined : transcript.writeQuery
  return {
    method: step.method,
    path: query === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`,
    body: step.body && fill(step.body, variables),
  }
}

function captured({ capture = {} }: Step, body: JsonValue): Record<string, string> {
  return Object.fromEntries(
    Object.entries(capture).flatMap(([name, pointer]) => {
      const value = getAt(body, pointer)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
