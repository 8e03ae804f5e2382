export const changes = {
  properties: {
    allow_fetch_full_docs: { type: 'boolean', default: false },
    allow_onboarding_setting_id: { type: 'boolean', default: false },
    allowed_modules_fetch_full_docs: { patternProperties: { '.+': { type: 'boolean' } } },
    conference_auth_tokens: { type: 'integer', default: 35 },
    cowboy_custom_routes_handlers: { type: 'array', default: [], items: { type: 'string' } },
    custom_route_modules: { type: 'array', default: [], items: { type: 'string' } },
    desktop_auth_tokens: { type: 'integer', default: 35 },
    display_dependency_list: { type: 'boolean', default: true },
    include_auth_token: { type: 'boolean', default: true },
    mdn_provider: { type: 'string', default: 'tower-of-power' },
    password_expiry_s: { type: 'integer' },
    reset_id_expiry_s: { type: 'integer', default: 3600 },
    simple_authz_ignored_modules: { type: 'array', default: [], items: { type: 'string' } },
  },
}
