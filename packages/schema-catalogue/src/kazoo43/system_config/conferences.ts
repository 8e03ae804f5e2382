// biome-ignore-all lint/suspicious/noTemplateCurlyInString: FreeSWITCH writes its variables so
export const schema = {
  properties: {
    bridge_password: { type: 'string' },
    bridge_username: { type: 'string' },
    controls: {
      type: 'object',
      properties: {
        default: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              action: { type: 'string' },
              digits: { type: 'string' },
            },
          },
        },
        page: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              action: { type: 'string' },
              digits: { type: 'string' },
            },
          },
        },
      },
    },
    entry_tone: {
      type: 'string',
      default: 'tone_stream://v=-7;>=2;+=.1;%(300,0,523,659);v=-7;>=3;+=.1;%(800,0,659,783)',
    },
    exit_tone: {
      type: 'string',
      default: 'tone_stream://v=-7;>=2;+=.1;%(300,0,523,440);v=-7;>=3;+=.1;%(800,0,349,440)',
    },
    moderator_entry_tone: {
      type: 'string',
      default: 'tone_stream://v=-7;>=2;+=.1;%(300,0,523,659);v=-7;>=3;+=.1;%(800,0,659,783)',
    },
    moderator_exit_tone: {
      type: 'string',
      default: 'tone_stream://v=-7;>=2;+=.1;%(300,0,523,440);v=-7;>=3;+=.1;%(800,0,349,440)',
    },
    number_timeout: { type: 'integer', default: 5000 },
    participant_sanity_check_ms: { type: 'integer', default: 60000 },
    pin_timeout: { type: 'integer', default: 5000 },
    profiles: {
      type: 'object',
      default: {},
      properties: {
        default: {
          type: 'object',
          default: {
            'alone-sound': 'prompt://system_media/conf-alone/en-us',
            'caller-controls': 'default',
            'comfort-noise': 1000,
            'deaf-sound': 'prompt://system_media/conf-deaf/en-us',
            'energy-level': 20,
            'enter-sound': 'tone_stream://v=-7;>=2;+=.1;%(300,0,523,659);v=-7;>=3;+=.1;%(800,0,659,783)',
            'exit-sound': 'tone_stream://v=-7;>=2;+=.1;%(300,0,523,440);v=-7;>=3;+=.1;%(800,0,349,440)',
            interval: 20,
            'locked-sound': 'prompt://system_media/conf-max_participants/en-us',
            'max-members-sound': 'prompt://system_media/conf-max_participants/en-us',
            'member-enter-sound': 'prompt://system_media/conf-joining_conference/en-us',
            'moderator-controls': 'default',
            'moh-sound': '$${hold_music}',
            'muted-sound': 'prompt://system_media/conf-muted/en-us',
            rate: 16000,
            'undeaf-sound': 'prompt://system_media/conf-undeaf/en-us',
            'unmuted-sound': 'prompt://system_media/conf-unmuted/en-us',
          },
        },
        page: {
          type: 'object',
          default: {
            'caller-controls': 'paging',
            'comfort-noise': 1000,
            'energy-level': 20,
            'enter-sound': 'silence_stream://1',
            'exit-sound': 'silence_stream://1',
            interval: 20,
            'moh-sound': 'silence_stream://1',
            rate: 8000,
          },
        },
      },
    },
    review_name: { type: 'boolean', default: false },
    route_win_timeout: { type: 'integer', default: 3000 },
    support_name_announcement: { type: 'boolean', default: true },
  },
}
