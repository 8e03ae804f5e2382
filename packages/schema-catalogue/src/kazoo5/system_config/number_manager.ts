import { numberManager } from '../../kazoo43/system_config/number_manager.ts'
import { changed } from '../../changed.ts'
import type { KazooSchema } from '../../kazoo-schema.ts'

export const numberManager5: KazooSchema = changed(numberManager, {
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
})
