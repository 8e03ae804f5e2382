import { type AttachmentHandler, idAndName, isText, signIn } from './attachment-handler.ts'

/**
 * A drive of Google.
 * Source: kz_att_google_drive.
 */
export const googleDrive: AttachmentHandler = {
  asked: ['oauth_doc_id', 'folder_id'],
  address: [],
  secrets: [],
  place: ['folder_id', ...signIn],
  defaultFields: [idAndName],
  send({ folder_id }, path) {
    const names = path.split('/').filter((name) => name !== '')
    return {
      method: 'POST',
      url: 'https://www.googleapis.com/upload/drive/v3/files?fields=id&uploadType=multipart',
      // Into a folder named by its id go files alone; the folders of a path are looked up below the root.
      path: isText(folder_id) ? names.slice(-1).join('/') : names.join('/'),
    }
  },
}
