import type { JsonObject, JsonValue } from '@strata/json'
import type { LayerName, RoutedBackEnd } from '@strata/storage-plan'
import type { Redactor } from '#bff/redaction/redactor.ts'
import { showPart } from './show-part.ts'

/** Who may see what of a back-end. */
export interface SettingsView {
  readonly redactor: Redactor
  readonly mayRead: (layer: LayerName) => boolean
}

/**
 * The settings of a back-end, key by key. A secret always reads as a marker, also for callers who may read it elsewhere:
 * - what a draft says of a back-end must not lay open what another document keeps in it, so that `key` is one whatever
 *   the handler is
 * - settings of a document that the caller may not read are withheld; a rule's `params` are not, being part of the plan
 */
export function shownSettings(backEnd: RoutedBackEnd, { redactor, mayRead }: SettingsView) {
  const shown = Object.entries(backEnd.settings()).map(([key, part]) => {
    const isWithheld = part.by?.level === 'entry' && !mayRead(part.by.layer)
    const value = isWithheld ? null : shownSetting(backEnd, key, part.value, redactor)
    return [key, { ...showPart({ value, by: part.by }), is_withheld: isWithheld }] as const
  })
  return Object.fromEntries(shown)
}

export function shownParams(backEnd: RoutedBackEnd, { redactor }: SettingsView) {
  const { params } = backEnd
  if (params === undefined) return null
  const entries = Object.entries(params.value).map(
    ([key, value]) => [key, shownSetting(backEnd, key, value, redactor)] as const,
  )
  return showPart<JsonObject>({ value: Object.fromEntries(entries), by: params.by })
}

/** One setting without its secrets. */
export function shownSetting({ id }: RoutedBackEnd, key: string, value: JsonValue, redactor: Redactor): JsonValue {
  return redactor.redact(value, ['attachments', id.value, 'settings', key])
}
