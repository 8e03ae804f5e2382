export const schema = {
  properties: { process_conference: { type: 'boolean', default: true } },
}
