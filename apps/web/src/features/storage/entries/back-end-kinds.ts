import type { JsonObject } from '@strata/json'
import { textOf } from '../document/document-parts.ts'

/** The attachment handlers that KAZOO knows, the most asked for first. */
export const backEndKinds = ['s3', 'azure', 'google_storage', 'google_drive', 'dropbox', 'onedrive', 'http'] as const

export type BackEndKind = (typeof backEndKinds)[number]

/** The kind of a back-end; undefined for one that this console does not know. */
export function kindOf(entry: JsonObject): BackEndKind | undefined {
  return backEndKinds.find((kind) => kind === entry.handler)
}

/** The settings that are asked for first, in order; everything else stands below "Advanced". */
export const mainSettings: Readonly<Record<BackEndKind, readonly string[]>> = {
  s3: ['bucket', 'key', 'secret', 'region'],
  azure: ['account', 'container', 'key'],
  google_storage: ['bucket', 'oauth_doc_id', 'oauth_app_id'],
  google_drive: ['oauth_doc_id', 'folder_id'],
  dropbox: ['oauth_doc_id'],
  onedrive: ['oauth_doc_id'],
  http: ['url', 'verb'],
}

/** Settings that a kind's handler reads although its schema does not know them, by handler. */
export const unschemedSettings: Readonly<Record<string, readonly string[]>> = { google_storage: ['bucket'] }

/** What a back-end is called: its friendly name, else its handler. */
export function nameOf(entry: JsonObject): string | undefined {
  return textOf(entry.name) ?? textOf(entry.handler)
}
