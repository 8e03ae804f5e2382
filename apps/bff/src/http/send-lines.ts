import type { Response } from 'express'
import type { Answer } from './route.ts'

/**
 * Sends an answer that is still being made, one JSON value a line.
 * - nothing on the way may hold lines back to compress them
 */
export async function sendLines(response: Response, produce: NonNullable<Answer['lines']>): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  response.set({
    'Content-Type': 'application/x-ndjson',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  })
  response.flushHeaders()
  await produce((line) => void response.write(`${JSON.stringify(line)}\n`), gone.signal)
  response.end()
}
