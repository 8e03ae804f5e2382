export const changes = {
  properties: { default_caller_id_number: { default: 'anonymous' } },
}
