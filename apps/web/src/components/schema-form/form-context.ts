import type { Registry } from '@rjsf/utils'
import type { Resolve } from './create-resolve.ts'

/** What RJSF carries to every field for us. Never changes while a form lives. */
export interface FormContext {
  readonly resolve: Resolve
  readonly isSecret: (path: readonly string[]) => boolean
}

export function formContext(registry: Registry): FormContext {
  return registry.formContext
}
