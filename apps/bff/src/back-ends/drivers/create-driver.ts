import type { JsonObject } from '@strata/json'
import { type HandlerKind, isHandlerKind, targetOf } from '@strata/storage-plan'
import { BackEndError } from '../back-end-error.ts'
import type { Endpoints } from '../endpoints.ts'
import type { BearerTools } from './bearer.ts'
import type { Driver, TestFile } from './driver.ts'
import { createDropboxDriver } from './dropbox.ts'
import { createGoogleDriveDriver } from './google-drive.ts'
import { createGoogleStorageDriver } from './google-storage.ts'
import { createHttpDriver } from './http.ts'
import { createOnedriveDriver } from './onedrive.ts'

const namelessFiles =
  "The settings give a file no name, so that KAZOO's nodes cannot store it: say in the path of files what each is called."

export interface DriverTools extends BearerTools {
  readonly endpoints: Endpoints
  /** Why an HTTP back-end must not be sent on to a URL; undefined when it may. */
  readonly refuseUrl: (url: string) => string | undefined
}

type CreateDriver = (settings: JsonObject, file: TestFile, tools: DriverTools) => Driver | Promise<Driver>

/** What a library weighs is loaded with the first test that needs it. */
const drivers = {
  s3: async (settings, file, { outbound }) => (await import('./s3.ts')).createS3Driver(settings, file, outbound),
  azure: async (settings, file, { outbound, endpoints }) =>
    (await import('./azure.ts')).createAzureDriver(settings, file, { outbound, endpoint: endpoints.azure }),
  google_storage: (settings, file, tools) =>
    createGoogleStorageDriver(settings, file, { ...tools, endpoint: tools.endpoints.google }),
  google_drive: (settings, file, tools) =>
    createGoogleDriveDriver(settings, file, { ...tools, endpoint: tools.endpoints.google }),
  dropbox: (settings, file, tools) =>
    createDropboxDriver(settings, file, {
      ...tools,
      content: tools.endpoints.dropboxContent,
      api: tools.endpoints.dropbox,
    }),
  onedrive: (settings, file, tools) =>
    createOnedriveDriver(settings, file, { ...tools, endpoint: tools.endpoints.microsoftGraph }),
  http: (settings, file, tools) => createHttpDriver(settings, file, { ...tools, refuse: tools.refuseUrl }),
} satisfies Readonly<Record<HandlerKind, CreateDriver>>

/**
 * The driver of a handler.
 * Throws `BackEndError` where the settings are not enough for anything to be sent.
 */
export async function createDriver(
  handler: string,
  settings: JsonObject,
  file: TestFile,
  tools: DriverTools,
): Promise<Driver> {
  if (!isHandlerKind(handler)) throw new BackEndError(`There is no test for the handler '${handler}'.`)
  if (targetOf(handler, settings, file.path).isNameless) throw new BackEndError(namelessFiles)
  return drivers[handler](settings, file, tools)
}
