import { type AttachmentHandler, idAndName, signIn } from './attachment-handler.ts'

/**
 * A drive of Microsoft.
 * Source: kz_att_onedrive.
 */
export const onedrive: AttachmentHandler = {
  asked: ['oauth_doc_id'],
  address: [],
  secrets: [],
  place: signIn,
  defaultFields: [idAndName],
  send: (_, path) => ({ method: 'PUT', url: `https://graph.microsoft.com/v1.0/me/drive/root:/${path}:/content` }),
}
