import type { JsonObject } from '@strata/json'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { checkForm, type Finding } from './check-form.ts'
import type { FormError } from './form-error.ts'
import type { FormValidator } from './load-validator.ts'

/** Checks data against a form's schema and says in words what is wrong. */
export function useFormCheck(form: FormValidator): (value: JsonObject, inherited?: JsonObject) => FormError[] {
  const t = useTranslations('schemaForm.errors')
  return useCallback(
    (value, inherited = {}) =>
      checkForm({ validate: form.validate, resolve: form.resolve, value, inherited }).map((finding) => ({
        pointer: finding.pointer,
        message: messageOf(t, finding),
        ...(finding.rule === 'required' ? { isMissing: true } : {}),
      })),
    [form, t],
  )
}

type Translate = ReturnType<typeof useTranslations<'schemaForm.errors'>>

function messageOf(t: Translate, { rule, params }: Finding): string {
  switch (rule) {
    case 'type':
      return t(`type.${typeWord(params.type)}`)
    case 'enum':
    case 'const':
      return t('enum', { allowed: listed(params.allowedValues ?? [params.allowedValue]) })
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return t(rule, { limit: String(params.limit) })
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
      return t(rule, { limit: Number(params.limit) })
    case 'pattern':
      return t(`pattern.${patternWord(params.pattern)}`)
    case 'format':
      return t('format', { format: String(params.format) })
    case 'uniqueItems':
    case 'required':
    case 'additionalProperties':
      return t(rule)
    case 'oneOf':
    case 'anyOf':
      return t(Array.isArray(params.passingSchemas) ? 'severalFit' : 'oneOf')
    default:
      return t('other', { rule })
  }
}

/** What the patterns of KAZOO's schemas ask for. */
function patternWord(pattern: unknown): 'noBlank' | 'plainName' | 'other' {
  switch (pattern) {
    case '^[^\\s]*$':
      return 'noBlank'
    case '^[.\\w_-]+$':
      return 'plainName'
    default:
      return 'other'
  }
}

type TypeWord = 'integer' | 'number' | 'string' | 'boolean' | 'array' | 'object' | 'other'

function typeWord(type: unknown): TypeWord {
  switch (type) {
    case 'integer':
    case 'number':
    case 'string':
    case 'boolean':
    case 'array':
    case 'object':
      return type
    default:
      return 'other'
  }
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : ''
}
