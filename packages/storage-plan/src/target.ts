import { isJsonObject, type JsonObject, type JsonValue } from '@strata/json'
import { hostOf, httpUrl } from './http-url.ts'
import { encodePath } from './percent-encode.ts'
import { s3Endpoint } from './s3-endpoint.ts'

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

type Compose = (settings: JsonObject, path: string) => Partial<Target> & Pick<Target, 'method' | 'url'>

const nowhere = { hostHeader: undefined, isNameless: false, place: {} }

const oauth = ['oauth_doc_id', 'oauth_app_id']

const known: Readonly<Record<string, { readonly compose: Compose; readonly place: readonly string[] }>> = {
  s3: {
    place: ['bucket'],
    compose(settings, path) {
      const { bucket } = settings
      if (!isText(bucket)) return { method: 'PUT', url: undefined }
      const { host, base, hostHeader, signingRegion } = s3Endpoint(settings, bucket)
      // Beside a host the setting says nothing of the place: the region is what the host's name says.
      const named = isText(settings.host) ? { signing_region: signingRegion } : { region: settings.region }
      const place = { host, ...texts(named) }
      const url = `${base}/${encodePath(path)}`
      return { method: 'PUT', url, place, hostHeader: hostHeader === host ? undefined : hostHeader }
    },
  },
  azure: {
    place: ['container', 'account'],
    compose: ({ account, container }, path) => ({
      method: 'PUT',
      url:
        isText(account) && isText(container)
          ? `https://${account}.blob.core.windows.net/${container}/${path}`
          : undefined,
    }),
  },
  google_storage: {
    place: ['bucket', ...oauth],
    compose: ({ bucket }) => ({
      method: 'POST',
      url: isText(bucket)
        ? `https://www.googleapis.com/upload/storage/v1/b/${bucket}/o?uploadType=multipart`
        : undefined,
    }),
  },
  google_drive: {
    place: ['folder_id', ...oauth],
    compose: ({ folder_id }, path) => ({
      method: 'POST',
      url: 'https://www.googleapis.com/upload/drive/v3/files?fields=id&uploadType=multipart',
      // Into a folder named by its id go files alone; the folders of a path are looked up below the root.
      path: isText(folder_id) ? driveNames(path).slice(-1).join('/') : driveNames(path).join('/'),
    }),
  },
  dropbox: {
    place: oauth,
    compose: (_, path) => ({
      method: 'POST',
      url: 'https://content.dropboxapi.com/2/files/upload',
      path: `/${path}`,
    }),
  },
  onedrive: {
    place: oauth,
    compose: (_, path) => ({ method: 'PUT', url: `https://graph.microsoft.com/v1.0/me/drive/root:/${path}:/content` }),
  },
  http: {
    place: [],
    compose({ url, verb }, path) {
      const method = isText(verb) && verb.toLowerCase() === 'post' ? 'POST' : 'PUT'
      const address = isJsonObject(url) ? url.shown : url
      if (!isText(address)) return { method, url: undefined }
      const host = hostOf(address)
      return { method, url: httpUrl(address, path), place: host === undefined ? {} : { host } }
    },
  },
}

/**
 * Where a handler sends a file that has a path (`attachmentPath`), and what its place is called.
 * - settings that are missing, hidden or of another type than their schema's leave the address undefined; an address
 *   with hidden secrets is told as it is shown (`SecretMarker.shown`)
 * - of a handler that is not known only the path is told
 * Source: the modules kz_att_*.
 */
export function targetOf(handler: string, settings: JsonObject, path: string): Target {
  const kind = Object.hasOwn(known, handler) ? known[handler] : undefined
  if (kind === undefined) return { method: undefined, url: undefined, path, ...nowhere }
  const composed = kind.compose(settings, path)
  const named = texts(Object.fromEntries(kind.place.map((name) => [name, settings[name]])))
  const isNameless = handler !== 'http' && /^\/*$/.test(composed.path ?? path)
  return { ...nowhere, path, isNameless, ...composed, place: { ...named, ...composed.place } }
}

function driveNames(path: string): string[] {
  return path.split('/').filter((name) => name !== '')
}

function texts(values: Readonly<Record<string, JsonValue | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (isText(value) ? [[name, value]] : [])))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
