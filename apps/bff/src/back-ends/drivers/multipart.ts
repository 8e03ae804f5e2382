import { randomBytes } from 'node:crypto'

export interface Part {
  readonly headers: Readonly<Record<string, string>>
  readonly content: Buffer | string
}

/** Parts as one body, and its content type. */
export function multipart(kind: 'form-data' | 'related', parts: readonly Part[]): { type: string; body: Buffer } {
  const boundary = `strata-${randomBytes(16).toString('hex')}`
  const chunks = parts.flatMap(({ headers, content }) => [
    `--${boundary}\r\n`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`),
    '\r\n',
    content,
    '\r\n',
  ])
  const body = Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk)))
  return { type: `multipart/${kind}; boundary=${boundary}`, body }
}
