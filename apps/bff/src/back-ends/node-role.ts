import { isJsonObject, type JsonObject } from '@strata/json'

/** Whether an S3 back-end has no keys of its own: whoever stores a file signs in with the role of its node (KAZOO 5). */
export function usesNodeRole({ handler, settings }: JsonObject): boolean {
  return handler === 's3' && isJsonObject(settings) && settings.key === undefined && settings.secret === undefined
}
