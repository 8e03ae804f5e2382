import { Readable } from 'node:stream'
import {
  BlobServiceClient,
  type BlockBlobClient,
  type HttpOperationResponse,
  StorageSharedKeyCredential,
  type WebResource,
} from '@azure/storage-blob'
import type { JsonObject } from '@strata/json'
import { BackEndError } from '../back-end-error.ts'
import type { Outbound, Reply } from '../outbound/outbound.ts'
import type { Driver, TestFile } from './driver.ts'
import { reasonIn, refusal } from './refusal.ts'
import { requiredText, toUrl } from './settings.ts'

interface AzureTools {
  readonly outbound: Outbound
  /** The address of an account's Blob service. */
  readonly endpoint: (account: string) => string
}

/**
 * A container of Azure Blob storage.
 * - credentials are shown by asking for the file before it is there: whoever is told that it is not has been recognised
 * Source: kz_att_azure.
 */
export function createAzureDriver(settings: JsonObject, file: TestFile, { outbound, endpoint }: AzureTools): Driver {
  const account = requiredText(settings, 'account')
  const container = requiredText(settings, 'container')
  const credential = new StorageSharedKeyCredential(account, requiredText(settings, 'key'))
  const url = toUrl(endpoint(account))

  /** What the service answered to a request, whatever the SDK thinks of it. */
  async function ask(send: (blob: BlockBlobClient) => Promise<unknown>, signal: AbortSignal): Promise<Reply> {
    const replies: Reply[] = []
    const httpClient = {
      async sendRequest(request: WebResource) {
        const headers = request.headers.rawHeaders()
        const body: unknown = request.body
        const sent = { method: request.method, url: new URL(request.url), headers }
        const reply = await outbound.send(isBody(body) ? { ...sent, body } : sent, signal)
        replies.push(reply)
        return toResponse(request, reply)
      },
    }
    const service = new BlobServiceClient(url.href, credential, { httpClient, retryOptions: { maxTries: 1 } })
    const blob = service.getContainerClient(container).getBlockBlobClient(file.path)
    const failure = await send(blob).then(
      () => undefined,
      (error: unknown) => error,
    )
    const reply = replies.at(-1)
    if (reply !== undefined && (failure === undefined || reply.status >= 300)) return reply
    if (failure instanceof BackEndError) throw failure
    throw new BackEndError('The answer is not one of Azure Blob storage.', { cause: failure })
  }

  async function demand(send: (blob: BlockBlobClient) => Promise<unknown>, signal: AbortSignal): Promise<Reply> {
    const reply = await ask(send, signal)
    if (reply.status >= 300) throw refusalBy(reply)
    return reply
  }

  const remove = async (signal: AbortSignal) => ({ said: saidBy(await demand((blob) => blob.delete(), signal)) })

  return {
    url,
    discard: remove,
    async authenticate(signal) {
      const reply = await ask((blob) => blob.download(), signal)
      if (reply.status >= 300 && reply.status !== 404) throw refusalBy(reply)
      return { said: saidBy(reply) }
    },
    async write(signal) {
      const options = { blobHTTPHeaders: { blobContentType: 'text/plain' } }
      const written = await demand((blob) => blob.upload(file.content, file.content.length, options), signal)
      return {
        said: saidBy(written),
        async read(readSignal) {
          const read = await demand((blob) => blob.download(), readSignal)
          return { content: read.body, said: saidBy(read) }
        },
        remove,
      }
    },
  }
}

function refusalBy(reply: Reply): BackEndError {
  // The sentence goes on with an id and a time on lines of their own.
  return refusal(reply, (body) => {
    const message = reasonIn('Message')(body)
    return typeof message === 'string' ? message.split('\n')[0] : undefined
  })
}

function isBody(body: unknown): body is Uint8Array | string {
  return typeof body === 'string' || body instanceof Uint8Array
}

/** The SDK asks for its own kind of headers, and makes none without a request. */
function toResponse(request: WebResource, { status, headers, body }: Reply): HttpOperationResponse {
  const own = request.headers.clone()
  for (const name of own.headerNames()) own.remove(name)
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) own.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const content =
    request.streamResponseStatusCodes?.has(status) === true
      ? { readableStreamBody: Readable.from([body]) }
      : { bodyAsText: body.toString('utf8') }
  return { request, status, headers: own, ...content }
}

function saidBy(reply: Reply): string {
  const words = [reply.headers['x-ms-error-code'], reply.headers['x-ms-request-id']]
  return [reply.statusLine, ...words.filter((word) => typeof word === 'string')].join(', ')
}
