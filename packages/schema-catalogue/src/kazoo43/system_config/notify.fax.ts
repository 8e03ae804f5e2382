export const schema = {
  properties: {
    attachment_format: { type: 'string', default: 'pdf' },
    tiff_to_pdf_conversion_command: { type: 'string', default: 'tiff2pdf -o ~s ~s &> /dev/null && echo -n "success"' },
  },
}
