export const schema = {
  properties: {
    fax: {
      properties: {
        attachment_format: { type: 'string', default: 'pdf' },
        convert_command_timeout: { type: 'integer', default: 120000 },
        convert_image_command: {
          type: 'string',
          default: 'convert $FROM -resample 200x200 -units PixelsPerInch -resize 1728x2200 -compress group4 $TO',
        },
        convert_openoffice_command: {
          type: 'string',
          default:
            "libreoffice --headless --convert-to pdf $FROM --outdir $WORKDIR  2>&1 |egrep 'parser error|Error' && exit 1 || exit 0",
        },
        convert_pdf_command: {
          type: 'string',
          default:
            '/usr/bin/gs -q -r200x200 -g1728x2200 -dNOPAUSE -dBATCH -dSAFER -sDEVICE=tiffg4 -sOutputFile=$TO -- $FROM',
        },
        convert_tiff_command: { type: 'string', default: 'tiff2pdf -o $TO $FROM' },
        enable_openoffice: { type: 'boolean', default: true },
        large_tiff_command: {
          type: 'string',
          default: 'convert $FROM -resample 200x200 -units PixelsPerInch -resize 1728\\!x2200 -compress group4 $TO',
        },
        resample_image_command: {
          type: 'string',
          default: 'convert $FROM -resample 200x200 -page +0+0 -compress group4 $TO',
        },
        serialize_openoffice: { type: 'boolean', default: true },
        small_tiff_command: {
          type: 'string',
          default:
            'convert $FROM -gravity center -resample 200x200 -units PixelsPerInch -extent 1728x2200 -compress group4 $TO',
        },
        validate_pdf_command: { type: 'string', default: 'gs -dNOPAUSE -dBATCH -sDEVICE=nullpage $FILE' },
        validate_tiff_command: { type: 'string', default: 'tiffinfo $FILE' },
      },
    },
    fax_converter: { type: 'string', default: 'fax_converter' },
    file_cache_path: { type: 'string', default: '/tmp/' },
  },
}
