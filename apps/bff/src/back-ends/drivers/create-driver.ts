import type { JsonObject } from '@strata/json'
import { BackEndError } from '../back-end-error.ts'
import type { Endpoints } from '../endpoints.ts'
import type { Outbound } from '../outbound/outbound.ts'
import type { Driver, TestFile } from './driver.ts'
import { createHttpDriver } from './http.ts'

export interface DriverParts {
  readonly outbound: Outbound
  readonly endpoints: Endpoints
  /** Why an HTTP back-end must not be sent on to a URL; undefined when it may. */
  readonly refuseUrl: (url: string) => string | undefined
}

/** The driver of a handler. What its library weighs is loaded with the first test that needs it. */
export async function createDriver(
  handler: string,
  settings: JsonObject,
  file: TestFile,
  parts: DriverParts,
): Promise<Driver> {
  switch (handler) {
    case 'http':
      return createHttpDriver(settings, file, { outbound: parts.outbound, refuse: parts.refuseUrl })
    case 's3':
      return (await import('./s3.ts')).createS3Driver(settings, file, parts.outbound)
    default:
      throw new BackEndError(`There is no test for the handler '${handler}'.`)
  }
}
