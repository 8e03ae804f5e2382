import type { JsonObject } from '@strata/json'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createReceiver, type Receiver } from './_receiver.ts'
import { type S3Server, s3Bucket, s3KeyId, s3Secret, startS3Server } from './_s3-server.ts'
import { serve, type TestServer } from './_servers.ts'

export const s3Id = '403f90f67d1b71341f2ea6426eed3d90'
export const httpId = '9f8e7d6c5b4a39281706f5e4d3c2b1a0'

/** What is there to be saved or tested, and what it was asked. */
export interface StorageServers {
  readonly s3Server: S3Server
  /** A new one for each test. */
  readonly receiver: Receiver
  /** Where the receiver is. */
  readonly server: TestServer
  /** Back-ends that work, with other settings if need be. */
  s3(settings?: JsonObject): JsonObject
  http(settings?: JsonObject): JsonObject
}

/** Starts an S3 server and a receiver for the tests of a file. */
export function storageServers(): StorageServers {
  let s3Server: S3Server
  let server: TestServer
  let receiver = createReceiver()

  beforeAll(async () => {
    s3Server = await startS3Server()
    server = await serve((request, response) => receiver.listener(request, response))
  })
  beforeEach(() => {
    receiver = createReceiver()
  })
  afterAll(async () => {
    await s3Server.stop()
    await server.stop()
  })

  return {
    get s3Server() {
      return s3Server
    },
    get receiver() {
      return receiver
    },
    get server() {
      return server
    },
    s3: (settings = {}) => s3Entry(s3Server, settings),
    http: (settings = {}) => ({ handler: 'http', settings: { url: `${server.url}/in`, ...settings } }),
  }
}

/** A back-end in the bucket of a server. */
export function s3Entry({ port }: S3Server, settings: JsonObject = {}): JsonObject {
  const place = { bucket: s3Bucket, host: '127.0.0.1', port, scheme: 'http' }
  return { handler: 's3', settings: { ...place, key: s3KeyId, secret: s3Secret, ...settings } }
}
