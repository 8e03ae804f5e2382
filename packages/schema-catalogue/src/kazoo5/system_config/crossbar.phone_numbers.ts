export const changes = {
  properties: {
    collection_batch_run_threshold: { default: 'infinity', oneOf: [{ type: 'integer' }, { type: 'string' }] },
  },
}
