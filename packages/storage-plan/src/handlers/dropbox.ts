import { type AttachmentHandler, idAndName, signIn } from './attachment-handler.ts'

/**
 * A folder of Dropbox.
 * Source: kz_att_dropbox.
 */
export const dropbox: AttachmentHandler = {
  asked: ['oauth_doc_id'],
  address: [],
  secrets: [],
  place: signIn,
  defaultFields: [idAndName],
  send: (_, path) => ({ method: 'POST', url: 'https://content.dropboxapi.com/2/files/upload', path: `/${path}` }),
}
