import { type AttachmentHandler, idAndName, isText, signIn } from './attachment-handler.ts'

/**
 * A bucket of Google Cloud Storage.
 * Source: kz_att_google_storage.
 */
export const googleStorage: AttachmentHandler = {
  asked: ['bucket', ...signIn],
  unschemed: ['bucket'],
  address: [],
  secrets: [],
  place: ['bucket', ...signIn],
  defaultFields: [idAndName],
  send: ({ bucket }) => ({
    method: 'POST',
    url: isText(bucket) ? `https://www.googleapis.com/upload/storage/v1/b/${bucket}/o?uploadType=multipart` : undefined,
  }),
}
