import type { RouteTarget } from '@strata/api-types'
import {
  type AttachmentDocument,
  attachmentPath,
  plainSettings,
  type RoutedBackEnd,
  targetOf,
} from '@strata/storage-plan'
import type { Redactor } from '#bff/redaction/redactor.ts'
import { shownSetting } from './shown-settings.ts'

/**
 * Where a back-end puts a document's file.
 * - told whoever defines the back-end: it is what was asked for
 * - made of the settings as they are shown, so that no secret is part of it
 */
export function shownTarget(backEnd: RoutedBackEnd, document: AttachmentDocument, redactor: Redactor) {
  const handler = backEnd.handler?.value ?? ''
  const plain = Object.entries(plainSettings(backEnd))
  const settings = Object.fromEntries(plain.map(([key, value]) => [key, shownSetting(backEnd, key, value, redactor)]))
  const target = targetOf(handler, settings, attachmentPath(handler, settings, document))
  return {
    method: target.method ?? null,
    url: target.url ?? null,
    host_header: target.hostHeader ?? null,
    is_nameless: target.isNameless,
    path: target.path,
    place: { ...target.place },
  } satisfies RouteTarget
}
