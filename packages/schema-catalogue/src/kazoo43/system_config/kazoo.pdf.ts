import type { KazooSchema } from '../../kazoo-schema.ts'

export const kazooPdf: KazooSchema = {
  _id: 'system_config.kazoo.pdf',
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    html2pdf: { type: 'string', default: '/usr/bin/htmldoc --quiet --webpage -f $pdf$ $html$' },
  },
}
