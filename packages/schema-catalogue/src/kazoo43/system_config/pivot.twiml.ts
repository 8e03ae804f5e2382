// biome-ignore-all lint/suspicious/noTemplateCurlyInString: FreeSWITCH writes its variables so
export const schema = {
  properties: {
    conference_moh: { type: 'string', default: '$${hold_music}' },
  },
}
