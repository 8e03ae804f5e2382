export const changes = {
  properties: {
    classifiers: {
      default: {
        caribbean: { pretty_print: 'SS(###) ###-####' },
        did_us: { pretty_print: 'SS(###) ###-####' },
        emergency: { regex: '^(911|922|933|988|833|811|711|999)$' },
        toll_us: { pretty_print: 'SS(###) ###-####' },
        tollfree_us: { pretty_print: 'SS(###) ###-####' },
      },
    },
  },
}
