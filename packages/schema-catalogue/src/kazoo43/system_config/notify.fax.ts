import type { KazooSchema } from '../../kazoo-schema.ts'

export const notifyFax: KazooSchema = {
  _id: 'system_config.notify.fax',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    attachment_format: { type: 'string', default: 'pdf' },
    tiff_to_pdf_conversion_command: { type: 'string', default: 'tiff2pdf -o ~s ~s &> /dev/null && echo -n "success"' },
  },
}
