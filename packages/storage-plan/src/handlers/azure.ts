import { type AttachmentHandler, idAndName, isText } from './attachment-handler.ts'

/**
 * A container of Azure Blob storage.
 * Source: kz_att_azure.
 */
export const azure: AttachmentHandler = {
  asked: ['account', 'container', 'key'],
  address: [],
  secrets: ['key'],
  place: ['container', 'account'],
  defaultFields: [idAndName],
  send({ account, container }, path) {
    const isKnown = isText(account) && isText(container)
    return { method: 'PUT', url: isKnown ? `https://${account}.blob.core.windows.net/${container}/${path}` : undefined }
  },
}
