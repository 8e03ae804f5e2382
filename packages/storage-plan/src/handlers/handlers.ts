import type { JsonObject } from '@strata/json'
import type { AttachmentHandler } from './attachment-handler.ts'
import { azure } from './azure.ts'
import { dropbox } from './dropbox.ts'
import { googleDrive } from './google-drive.ts'
import { googleStorage } from './google-storage.ts'
import { http } from './http.ts'
import { onedrive } from './onedrive.ts'
import { s3 } from './s3.ts'

/** The attachment handlers that KAZOO knows, by the name that a back-end gives as its `handler`; the most asked for first. */
export const handlers = {
  s3,
  azure,
  google_storage: googleStorage,
  google_drive: googleDrive,
  dropbox,
  onedrive,
  http,
} satisfies Readonly<Record<string, AttachmentHandler>>

export type HandlerKind = keyof typeof handlers

export const handlerKinds = Object.keys(handlers).filter(isHandlerKind)

export function isHandlerKind(name: unknown): name is HandlerKind {
  return typeof name === 'string' && Object.hasOwn(handlers, name)
}

/** What is known of the handler of that name; undefined for one of another time. */
export function handlerOf(name: unknown): AttachmentHandler | undefined {
  return isHandlerKind(name) ? handlers[name] : undefined
}

/** The `field_list` of a handler where its settings have none; one that is not known has that of `http`. */
export function defaultFields(name: string): readonly JsonObject[] {
  return (handlerOf(name) ?? http).defaultFields
}

/**
 * What a handler does where a setting is not set, by its name; how files are named apart (`defaultFields`).
 * Source: kz_att_util and the handlers' own modules.
 */
export function settingsWhenUnset(name: string, settings: JsonObject): JsonObject {
  return { field_separator: '/', ...handlerOf(name)?.whenUnset?.(settings) }
}
