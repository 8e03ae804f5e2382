import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import getRawBody from 'raw-body'
import { AppError, validationError } from '#bff/errors/app-error.ts'

const inflaters = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress }

/** Whether a request brings a body, as its head says. */
export function hasBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/**
 * A request's body as bytes, whatever its type.
 * - a `Content-Length` past the limit is refused before anything is read, a body without one where it passes the limit
 * Throws `too-large` past `limit` bytes, which count after decompression.
 */
export async function readRaw(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (Number(request.headers['content-length']) > limit) throw tooLarge(limit)
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity'
  try {
    if (encoding === 'identity') {
      return await getRawBody(request, { limit, length: request.headers['content-length'] ?? null })
    }
    return await readInflated(request, inflaterOf(encoding), limit)
  } catch (error) {
    throw error instanceof AppError ? error : toAppError(error, limit)
  }
}

async function readInflated(request: IncomingMessage, inflater: Readable & NodeJS.WritableStream, limit: number) {
  request.once('aborted', () => inflater.destroy(new Error('The request was aborted.')))
  try {
    return await getRawBody(request.pipe(inflater), { limit })
  } finally {
    request.unpipe(inflater)
    inflater.destroy()
  }
}

function inflaterOf(encoding: string) {
  if (encoding === 'gzip' || encoding === 'deflate' || encoding === 'br') return inflaters[encoding]()
  throw new AppError('unsupported-type', 'The body is compressed in a way that is not understood: use gzip.')
}

function toAppError(error: unknown, limit: number): AppError {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  if (type === 'entity.too.large') return tooLarge(limit)
  return validationError({ json: { invalid: { message: 'the body could not be read to its end', target: 'body' } } })
}

/** Crossbar's answer to a body of more than `limit` bytes. */
export function tooLarge(limit: number, message = `the body must not be larger than ${limit} bytes`): AppError {
  return new AppError('too-large', message, { data: { file: { maxSize: { message, target: limit } } } })
}
