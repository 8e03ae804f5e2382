export const changes = {
  properties: { model: { patternProperties: { '.+': { type: 'string' } } } },
}
