export const schema = {
  properties: {
    html2pdf: { type: 'string', default: '/usr/bin/htmldoc --quiet --webpage -f $pdf$ $html$' },
  },
}
