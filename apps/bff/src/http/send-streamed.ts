import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { Answer } from './route.ts'

/**
 * Sends a file that is still being made.
 * - a client that goes away ends the making of it, and is no fault
 * - whatever else breaks it off leaves the answer without its end
 */
export async function sendFile(
  response: Response,
  { name, type, content }: NonNullable<Answer['file']>,
): Promise<void> {
  response.set({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store, no-transform',
  })
  if (response.req.method === 'HEAD') {
    response.end()
    return
  }
  await pipeline(content(), response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}

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
