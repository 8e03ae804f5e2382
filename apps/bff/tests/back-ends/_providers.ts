import { getAt, type JsonObject } from '@strata/json'
import { isAuthorized, json, type TokenEndpoint } from './_oauth.ts'
import type { Received } from './_receiver.ts'

interface ProviderAnswer {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

/** A provider of file storage as its API reference describes it: as much of it as a handler uses. */
export interface Provider {
  readonly files: Map<string, Buffer>
  /** Undefined for what it has no address for. */
  answer(request: Received): ProviderAnswer | undefined
}

const text = (status: number, body: string): ProviderAnswer => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
})
const bytes = (body: Buffer): ProviderAnswer => ({ status: 200, headers: { 'content-type': 'text/plain' }, body })

const googleError = (code: number, message: string) => json(code, { error: { code, message, status: 'INVENTED' } })

/** The metadata and the file of an upload of both at once. */
function related({ headers, body }: Received): { metadata: JsonObject; file: Buffer } {
  const boundary = /^multipart\/related; boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1] ?? ''
  const [, metadata = '', file = ''] = body.toString().split(`--${boundary}`)
  const content = (part: string) => part.slice(part.indexOf('\r\n\r\n') + 4, -2)
  if (!file.includes('Content-Transfer-Encoding: base64')) throw new Error('The file is not in base64.')
  return { metadata: JSON.parse(content(metadata)), file: Buffer.from(content(file), 'base64') }
}

/** Google Cloud Storage with the bucket `invented-bucket`. Without `mediaLink` it names no address to read at. */
export function googleStorage(tokens: TokenEndpoint, url: () => string, { mediaLink = true } = {}): Provider {
  const files = new Map<string, Buffer>()
  return {
    files,
    answer(request) {
      const { pathname, searchParams } = new URL(request.target, 'http://storage')
      const [, upload, bucket, name] =
        /^(\/upload|\/download)?\/storage\/v1\/b\/([^/]+)\/o(?:\/([^/]+))?$/.exec(pathname) ?? []
      if (bucket === undefined) return undefined
      if (!isAuthorized(request, tokens)) return googleError(401, 'Invalid Credentials')
      if (bucket !== 'invented-bucket') return googleError(404, 'The specified bucket does not exist.')
      if (request.method === 'POST' && upload === '/upload' && searchParams.get('uploadType') === 'multipart') {
        const { metadata, file } = related(request)
        const key = String(metadata.name)
        files.set(key, file)
        const link = `${url()}/download/storage/v1/b/${bucket}/o/${encodeURIComponent(key)}?alt=media`
        return json(200, { name: key, ...(mediaLink ? { mediaLink: link } : {}) })
      }
      const file = files.get(decodeURIComponent(name ?? ''))
      if (file === undefined) return googleError(404, 'No such object.')
      if (request.method === 'DELETE') {
        files.delete(decodeURIComponent(name ?? ''))
        return { status: 204 }
      }
      return searchParams.get('alt') === 'media' ? bytes(file) : json(200, { name: name ?? '' })
    },
  }
}

/** Google Drive with the folder `invented-folder-id` and whatever folders are made. */
export function googleDrive(tokens: TokenEndpoint): Provider & { readonly folders: Map<string, string> } {
  const files = new Map<string, Buffer>()
  const folders = new Map<string, string>()
  const names = new Map<string, string>()
  let ids = 0
  return {
    files,
    folders,
    answer(request) {
      const { pathname, searchParams } = new URL(request.target, 'http://drive')
      if (!/^(\/upload)?\/drive\/v3\/files/.test(pathname)) return undefined
      if (!isAuthorized(request, tokens)) return googleError(401, 'Invalid Credentials')
      if (pathname === '/upload/drive/v3/files' && searchParams.get('uploadType') === 'multipart') {
        const { metadata, file } = related(request)
        const parent = String(getAt(metadata, '/parents/0'))
        const isThere = ['root', 'invented-folder-id', ...folders.values()].includes(parent)
        if (!isThere) return googleError(404, `File not found: ${parent}.`)
        const id = `file-${++ids}`
        files.set(id, file)
        names.set(String(metadata.name), id)
        return json(200, { id })
      }
      if (pathname === '/drive/v3/files' && request.method === 'GET') {
        const sought = /^name = '(.*)' and trashed = false$/.exec(searchParams.get('q') ?? '')?.[1]
        const found = names.get(sought ?? '')
        if (sought !== undefined) return json(200, { files: found === undefined ? [] : [{ id: found }] })
        const [, name, parent] =
          /^name = '(.*)' and mimeType = '.*folder' and '(.*)' in parents/.exec(searchParams.get('q') ?? '') ?? []
        const id = folders.get(`${parent}/${name}`)
        return json(200, { files: id === undefined ? [] : [{ id }] })
      }
      if (pathname === '/drive/v3/files') {
        const { name, parents } = JSON.parse(request.body.toString())
        const id = `folder-${++ids}`
        folders.set(`${parents[0]}/${name}`, id)
        return json(200, { id })
      }
      const id = pathname.split('/').at(-1) ?? ''
      const file = files.get(id)
      if (file === undefined) return googleError(404, `File not found: ${id}.`)
      if (request.method === 'DELETE') {
        files.delete(id)
        return { status: 204 }
      }
      return searchParams.get('alt') === 'media' ? bytes(file) : json(200, { id })
    },
  }
}

export function dropbox(tokens: TokenEndpoint): Provider {
  const files = new Map<string, Buffer>()
  const failed = (status: number, summary: string) =>
    json(status, { error_summary: summary, error: { '.tag': 'other' } })
  return {
    files,
    answer(request) {
      const operation = /^\/2\/files\/(upload|download|delete_v2)$/.exec(request.target)?.[1]
      if (operation === undefined) return undefined
      if (!isAuthorized(request, tokens)) return failed(401, 'invalid_access_token/..')
      const argument = operation === 'delete_v2' ? request.body.toString() : request.headers['dropbox-api-arg']
      const { path } = JSON.parse(String(argument))
      if (operation === 'upload') {
        if (request.headers['content-type'] !== 'application/octet-stream')
          return text(400, 'Bad HTTP "Content-Type" header')
        if (!/^\/./.test(path)) return failed(409, 'path/malformed_path/..')
        files.set(`id:${path}`, request.body)
        return json(200, { id: `id:${path}`, path_lower: path.toLowerCase() })
      }
      const key = path.startsWith('/') ? `id:${path}` : path
      const file = files.get(key)
      if (file === undefined) return failed(409, 'path/not_found/.')
      if (operation === 'delete_v2') {
        files.delete(key)
        return json(200, { metadata: { '.tag': 'file', id: path } })
      }
      return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: file }
    },
  }
}

/** Microsoft Graph with one drive; contents are fetched elsewhere, without a token. */
export function onedrive(tokens: TokenEndpoint, url: () => string): Provider {
  const files = new Map<string, Buffer>()
  const paths = new Map<string, string>()
  const failed = (status: number, message: string) => json(status, { error: { code: 'invented', message } })
  return {
    files,
    answer(request) {
      const { method, target, headers } = request
      const fetched = /^\/content\/(item-\d+)$/.exec(target)?.[1]
      if (fetched !== undefined)
        return headers.authorization === undefined
          ? bytes(files.get(fetched) ?? Buffer.of())
          : text(400, 'no token is wanted here')
      if (!target.startsWith('/v1.0/')) return undefined
      if (!isAuthorized(request, tokens)) return failed(401, 'Access token is empty.')
      if (method === 'PUT' && /^\/v1\.0\/me\/drive\/root:\/.+:\/content$/.test(target)) {
        const id = `item-${files.size + 1}`
        files.set(id, request.body)
        paths.set(target.replace(/\/content$/, ''), id)
        return json(201, { id, parentReference: { driveId: 'b!drive' } })
      }
      const [, item = '', content] = /^\/v1\.0\/drives\/b!drive\/items\/(item-\d+)(\/content)?$/.exec(target) ?? []
      const id = paths.get(target) ?? item
      if (!files.has(id)) return failed(404, 'The resource could not be found.')
      if (method === 'DELETE') {
        files.delete(id)
        return { status: 204 }
      }
      return content === undefined
        ? json(200, { id })
        : { status: 302, headers: { location: `${url()}/content/${id}` } }
    },
  }
}
