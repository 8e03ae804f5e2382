export const changes = {
  properties: {
    require_surcharge_accepted: { type: 'boolean', default: false },
    surcharge: { type: 'boolean', default: true },
    surcharge_cards: { type: 'array', default: ['visa', 'mastercard'], items: { type: 'string' } },
    surcharge_regions: { type: 'object', default: { _: 2.6, co: 2, ct: false, ma: false, me: false, ny: false } },
  },
}
