import type { RouteTarget } from '@strata/api-types'
import {
  type AttachmentDocument,
  attachmentPath,
  plainSettings,
  type RoutedBackEnd,
  targetOf,
} from '@strata/storage-plan'
import type { Redactor } from '#bff/redaction/redactor.ts'

/**
 * Where a back-end puts a document's file.
 * - told whoever defines the back-end: it is what was asked for
 * - a query that holds a secret is told without its values
 */
export function shownTarget(backEnd: RoutedBackEnd, document: AttachmentDocument, redactor: Redactor) {
  const handler = backEnd.handler?.value ?? ''
  const settings = plainSettings(backEnd)
  const target = targetOf(handler, settings, attachmentPath(handler, settings, document))
  const isSecret = (text: string) => typeof redactor.redact(text, ['url']) !== 'string'
  const { hostHeader } = target
  const place = Object.entries(target.place).filter(([, value]) => !isSecret(value))
  return {
    method: target.method ?? null,
    url: target.url === undefined ? null : isSecret(target.url) ? withoutQueryValues(target.url) : target.url,
    host_header: hostHeader === undefined || isSecret(hostHeader) ? null : hostHeader,
    is_nameless: target.isNameless,
    path: isSecret(target.path) ? null : target.path,
    place: Object.fromEntries(place),
  } satisfies RouteTarget
}

function withoutQueryValues(url: string): string {
  return url.replaceAll(/([?&][^=&#?]*=)[^&#]*/g, '$1…')
}
