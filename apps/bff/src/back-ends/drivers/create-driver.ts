import type { JsonObject } from '@strata/json'
import { targetOf } from '@strata/storage-plan'
import { BackEndError } from '../back-end-error.ts'
import type { Endpoints } from '../endpoints.ts'
import type { BearerParts } from './bearer.ts'
import type { Driver, TestFile } from './driver.ts'
import { createDropboxDriver } from './dropbox.ts'
import { createGoogleDriveDriver } from './google-drive.ts'
import { createGoogleStorageDriver } from './google-storage.ts'
import { createHttpDriver } from './http.ts'
import { createOnedriveDriver } from './onedrive.ts'

const namelessFiles =
  "The settings give a file no name, so that KAZOO's nodes cannot store it: say in the path of files what each is called."

export interface DriverParts extends BearerParts {
  readonly endpoints: Endpoints
  /** Why an HTTP back-end must not be sent on to a URL; undefined when it may. */
  readonly refuseUrl: (url: string) => string | undefined
}

/**
 * The driver of a handler. What its library weighs is loaded with the first test that needs it.
 * Throws `BackEndError` where the settings are not enough for anything to be sent.
 */
export async function createDriver(
  handler: string,
  settings: JsonObject,
  file: TestFile,
  parts: DriverParts,
): Promise<Driver> {
  const { endpoints, outbound, refuseUrl } = parts
  if (targetOf(handler, settings, file.path).isNameless) throw new BackEndError(namelessFiles)
  switch (handler) {
    case 's3':
      return (await import('./s3.ts')).createS3Driver(settings, file, outbound)
    case 'azure':
      return (await import('./azure.ts')).createAzureDriver(settings, file, { outbound, endpoint: endpoints.azure })
    case 'google_storage':
      return createGoogleStorageDriver(settings, file, { ...parts, endpoint: endpoints.google })
    case 'google_drive':
      return createGoogleDriveDriver(settings, file, { ...parts, endpoint: endpoints.google })
    case 'dropbox':
      return createDropboxDriver(settings, file, {
        ...parts,
        content: endpoints.dropboxContent,
        api: endpoints.dropbox,
      })
    case 'onedrive':
      return createOnedriveDriver(settings, file, { ...parts, endpoint: endpoints.microsoftGraph })
    case 'http':
      return createHttpDriver(settings, file, { ...parts, refuse: refuseUrl })
    default:
      throw new BackEndError(`There is no test for the handler '${handler}'.`)
  }
}
