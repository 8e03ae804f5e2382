import type { Field, RegistryFieldsType } from '@rjsf/utils'

/** The field registered under a name. Throws where there is none: every kind has one. */
export function fieldNamed(fields: RegistryFieldsType, name: string): Field {
  const field = fields[name]
  if (field === undefined) throw new Error(`No field is registered as "${name}".`)
  return field
}
