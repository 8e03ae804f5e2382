import type { JsonObject } from '@strata/json'
import { isText } from './handlers/attachment-handler.ts'
import { handlerOf } from './handlers/handlers.ts'

/** What a handler does with a file at a path. No secret is part of it. */
export interface Target {
  readonly method: 'PUT' | 'POST' | undefined
  /** The address that KAZOO sends the file to; undefined where the settings do not say enough. */
  readonly url: string | undefined
  /** Another server's name that the request asks the one at the address for: a bucket of S3 that is told by name. */
  readonly hostHeader: string | undefined
  /** Where the file then lies in that place: the key of an object, the path in a drive. */
  readonly path: string
  /** Whether the settings give the file no name at all, so that no node can store it. A URL needs none. */
  readonly isNameless: boolean
  /**
   * What a person knows the place by, by the setting's name: `bucket`, `region`, `host`, `container`, `folder_id`, …
   * Of S3 with a host of its own `signing_region` stands for `region`, which then has no say.
   */
  readonly place: Readonly<Record<string, string>>
}

/**
 * Where a handler sends a file that has a path (`attachmentPath`), and what its place is called.
 * - settings that are missing, hidden or of another type than their schema's leave the address undefined
 * - of a handler that is not known only the path is told
 * Source: the modules kz_att_*.
 */
export function targetOf(handler: string, settings: JsonObject, path: string): Target {
  const known = handlerOf(handler)
  if (known === undefined) {
    return { method: undefined, url: undefined, hostHeader: undefined, path, isNameless: false, place: {} }
  }
  const { secrets, place, send, takesNameless = false } = known
  const shown = Object.fromEntries(Object.entries(settings).filter(([name]) => !secrets.includes(name)))
  const sent = send(shown, path)
  return {
    method: sent.method,
    url: sent.url,
    hostHeader: sent.hostHeader,
    path: sent.path ?? path,
    isNameless: !takesNameless && /^\/*$/.test(sent.path ?? path),
    place: { ...texts(shown, place), ...sent.place },
  }
}

function texts(settings: JsonObject, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = settings[name]
      return isText(value) ? [[name, value] as const] : []
    }),
  )
}
