export const changes = {
  properties: { should_publish_system_alert: { patternProperties: { '.+': { type: 'boolean', default: true } } } },
}
