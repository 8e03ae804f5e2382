export const schema = {
  properties: {
    api_url: { type: 'string', default: 'https://v2.convertapi.com' },
    pdf_version: { type: 'string', default: '1.7', enum: ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] },
    resolution: { type: 'integer', default: 200, maximum: 2400, minimum: 10 },
    secret: { type: 'string' },
    timeout: { type: 'integer', default: 60, maximum: 1200, minimum: 10 },
    try_openoffice: {
      type: 'string',
      default: 'for_msoffice_files_also',
      enum: ['for_msoffice_files_also', 'for_openoffice_files_only', 'never'],
    },
  },
}
