import type { JsonObject } from '@strata/json'
import { hostOf, httpUrl } from './http-url.ts'
import { encodePath } from './percent-encode.ts'
import { s3Endpoint } from './s3-endpoint.ts'

/** What a handler does with a file at a path. No secret is part of it. */
export interface Target {
  readonly method: 'PUT' | 'POST' | undefined
  /** The address that KAZOO sends the file to; undefined where the settings do not say enough. */
  readonly url: string | undefined
  /** Where the file then lies in that place: the key of an object, the path in a drive. */
  readonly path: string
  /** What a person knows the place by, by the setting's name: `bucket`, `region`, `host`, `container`, `folder_id`, … */
  readonly place: Readonly<Record<string, string>>
}

type Compose = (settings: JsonObject, path: string) => Partial<Target> & Pick<Target, 'method' | 'url'>

const oauth = ['oauth_doc_id', 'oauth_app_id']

const known: Readonly<Record<string, { readonly compose: Compose; readonly place: readonly string[] }>> = {
  s3: {
    place: ['bucket', 'region'],
    compose(settings, path) {
      const { bucket } = settings
      if (typeof bucket !== 'string') return { method: 'PUT', url: undefined }
      const { host, base } = s3Endpoint(settings, bucket)
      return { method: 'PUT', url: `${base}/${encodePath(path)}`, place: { host } }
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
      if (!isText(url)) return { method, url: undefined }
      const host = hostOf(url)
      return { method, url: httpUrl(url, path), place: host === undefined ? {} : { host } }
    },
  },
}

/**
 * Where a handler sends a file that has a path (`attachmentPath`), and what its place is called.
 * - settings that are missing, hidden or of another type than their schema's leave the address undefined
 * - of a handler that is not known only the path is told
 * Source: the modules kz_att_*.
 */
export function targetOf(handler: string, settings: JsonObject, path: string): Target {
  const kind = Object.hasOwn(known, handler) ? known[handler] : undefined
  if (kind === undefined) return { method: undefined, url: undefined, path, place: {} }
  const composed = kind.compose(settings, path)
  const named = kind.place.flatMap((name) => {
    const value = settings[name]
    return isText(value) ? [[name, value] as const] : []
  })
  return { path, ...composed, place: { ...Object.fromEntries(named), ...composed.place } }
}

function driveNames(path: string): string[] {
  return path.split('/').filter((name) => name !== '')
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
