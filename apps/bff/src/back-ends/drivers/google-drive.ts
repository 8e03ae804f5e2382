import { getAt, type JsonObject } from '@strata/json'
import { targetOf } from '@strata/storage-plan'
import { BackEndError } from '../back-end-error.ts'
import type { Reply } from '../outbound/outbound.ts'
import { type Bearer, type BearerTools, createBearer, oauthSourceOf } from './bearer.ts'
import type { Driver, TestFile } from './driver.ts'
import { googleRead, googleReason, googleRemove, googleUpload } from './google-file.ts'
import { bodyOf, refusal } from './refusal.ts'
import { toUrl } from './settings.ts'

const scope = 'https://www.googleapis.com/auth/drive.file'
const folderType = 'application/vnd.google-apps.folder'

/**
 * A drive of Google.
 * - with `folder_id` the file goes straight there; else into the folders of its path, which are made where they are missing
 * - where a folder does not take it the file goes to the root
 * Source: kz_att_google_drive.
 */
export function createGoogleDriveDriver(
  settings: JsonObject,
  file: TestFile,
  tools: BearerTools & { readonly endpoint: string },
): Driver {
  const { endpoint } = tools
  const bearer = createBearer(oauthSourceOf(settings), scope, tools)
  const files = `${endpoint}/drive/v3/files`
  const names = targetOf('google_drive', settings, file.path).path.split('/')
  const name = names.at(-1) ?? file.name
  const { folder_id } = settings

  async function upload(folder: string, signal: AbortSignal): Promise<Reply> {
    const url = `${endpoint}/upload/drive/v3/files?fields=id&uploadType=multipart`
    const reply = await bearer.send(googleUpload(url, { name, parents: [folder] }, file), signal)
    return reply.status === 200 || folder === 'root' ? reply : upload('root', signal)
  }

  return {
    url: toUrl(endpoint),
    async discard(signal) {
      const id = await findFile(bearer, files, `name = '${quoted(name)}' and trashed = false`, signal)
      return id === undefined
        ? { said: 'No such file is found.' }
        : googleRemove(bearer, `${files}/${encodeURIComponent(id)}`, signal)
    },
    authenticate: bearer.authenticate,
    async write(signal) {
      const folder =
        typeof folder_id === 'string' ? folder_id : await folderOf(bearer, files, names.slice(0, -1), signal)
      const written = await upload(folder, signal)
      const own = `${files}/${encodeURIComponent(idIn(written))}`
      return {
        said: written.statusLine,
        read: (readSignal) => googleRead(bearer, `${own}?alt=media`, readSignal),
        remove: (removeSignal) => googleRemove(bearer, own, removeSignal),
      }
    },
  }
}

/** The last of a path of folders below the root. */
async function folderOf(bearer: Bearer, files: string, names: readonly string[], signal: AbortSignal): Promise<string> {
  let parent = 'root'
  for (const name of names) {
    parent =
      (await findFolder(bearer, files, { name, parent }, signal)) ??
      (await makeFolder(bearer, files, { name, parent }, signal))
  }
  return parent
}

interface Folder {
  readonly name: string
  readonly parent: string
}

function findFolder(bearer: Bearer, files: string, { name, parent }: Folder, signal: AbortSignal) {
  const q = `name = '${quoted(name)}' and mimeType = '${folderType}' and '${parent}' in parents and trashed = false`
  return findFile(bearer, files, q, signal)
}

function quoted(name: string): string {
  return name.replaceAll(/['\\]/g, '\\$&')
}

/** The id of the first file or folder that a query finds. */
async function findFile(bearer: Bearer, files: string, q: string, signal: AbortSignal): Promise<string | undefined> {
  const url = toUrl(`${files}?${new URLSearchParams({ q, fields: 'files(id)' })}`)
  const reply = await bearer.send({ method: 'GET', url }, signal)
  if (reply.status !== 200) throw refusal(reply, googleReason)
  const id = getAt(bodyOf(reply), '/files/0/id')
  return typeof id === 'string' ? id : undefined
}

async function makeFolder(bearer: Bearer, files: string, { name, parent }: Folder, signal: AbortSignal) {
  const body = JSON.stringify({ name, mimeType: folderType, parents: [parent] })
  const headers = { 'content-type': 'application/json' }
  return idIn(await bearer.send({ method: 'POST', url: toUrl(`${files}?fields=id`), headers, body }, signal))
}

function idIn(reply: Reply): string {
  if (reply.status !== 200) throw refusal(reply, googleReason)
  const id = getAt(bodyOf(reply), '/id')
  if (typeof id === 'string') return id
  throw new BackEndError('invalid_data', { code: reply.status, advice: 'Google named no id of the file.' })
}
