import express, { type Request, type Response } from 'express'
import { AppError, validationError } from '#bff/errors.ts'

/** A request's body as bytes, whatever its type. Throws `too-large` past `limit` bytes. */
export async function readRaw(request: Request, response: Response, limit: number): Promise<Uint8Array> {
  const read = express.raw({ type: () => true, limit })
  await new Promise<void>((resolve, reject) => {
    read(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(toAppError(error, limit))))
  })
  const body: unknown = request.body
  return body instanceof Uint8Array ? body : new Uint8Array()
}

function toAppError(error: unknown, limit: number): AppError {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  if (type === 'entity.too.large') {
    const message = `the body must not be larger than ${limit} bytes`
    return new AppError('too-large', message, { data: { file: { maxSize: { message, target: limit } } } })
  }
  if (type === 'encoding.unsupported') {
    return new AppError('unsupported-type', 'The body is compressed in a way that is not understood: use gzip.')
  }
  return validationError({ json: { invalid: { message: 'the body could not be read to its end', target: 'body' } } })
}
