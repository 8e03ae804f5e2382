export const changes = {
  properties: { settings: { properties: { url: { minLength: 7 } } } },
}
