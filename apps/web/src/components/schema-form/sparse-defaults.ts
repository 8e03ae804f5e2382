import type { Experimental_DefaultFormStateBehavior } from '@rjsf/utils'

/** An untouched form stays `{}`: RJSF fills nothing in, whatever defaults the schema states. */
export const sparseDefaults: Experimental_DefaultFormStateBehavior = {
  emptyObjectFields: 'skipDefaults',
  constAsDefaults: 'never',
  arrayMinItems: { populate: 'never' },
  allOf: 'skipDefaults',
  requiredBooleanDefault: 'skip',
}
