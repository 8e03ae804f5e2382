export const schema = {
  properties: {
    conference_public_domain: { type: 'string' },
    invite_link_allowed_scope: { type: 'string', default: 'crossbar:conference_join' },
  },
}
