export const schema = {
  properties: {
    api_hostname: { type: 'string' },
    client_id: { type: 'string' },
    client_secret: { type: 'string' },
    redirect_uri: { type: 'string' },
  },
}
