export const schema = {
  properties: { rollover_in_parallel: { type: 'integer', default: 10 } },
}
