import { isJsonObject, type JsonValue } from '@strata/json'
import { isSecretMarker } from '@strata/layered-config'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { secretInWords } from './schema-form/secret-marker.ts'

const LONGEST = 40
const HIDDEN = '••••'

export interface ValueWords {
  readonly on: string
  readonly off: string
  readonly emptyText: string
  readonly emptyList: string
  readonly emptyGroup: string
}

/**
 * A value in at most `longest` characters, for a line of text. `words` says what has no characters of its own.
 * - a text that reads like another kind of value stands in quotation marks
 */
export function valueText(value: JsonValue, words: ValueWords, longest = LONGEST): string {
  if (isSecretMarker(value)) return shortened(secretInWords(value), longest)
  if (typeof value === 'boolean') return value ? words.on : words.off
  if (value === '') return words.emptyText
  if (Array.isArray(value) && value.length === 0) return words.emptyList
  if (isJsonObject(value) && Object.keys(value).length === 0) return words.emptyGroup
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return shortened(`[${value.join(', ')}]`, longest)
  }
  if (typeof value === 'string') return shortened(isMistakable(value, words) ? JSON.stringify(value) : value, longest)
  return shortened(JSON.stringify(value, hideSecret), longest)
}

/** What stands for a secret inside a list or an object. */
function hideSecret(_: string, part: JsonValue): JsonValue {
  return isSecretMarker(part) ? HIDDEN : part
}

function isMistakable(text: string, { on, off }: ValueWords): boolean {
  return text === on || text === off || /^\s*(?:true|false|null|-?\d[\d.eE+-]*|[[{].*[\]}])\s*$/s.test(text)
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** Values in a few words of the operator's language; `longest` is how many characters they may take. */
export function useValueText(longest?: number): (value: JsonValue) => string {
  const t = useTranslations('components.values')
  return useCallback(
    (value) =>
      valueText(
        value,
        {
          on: t('on'),
          off: t('off'),
          emptyText: t('emptyText'),
          emptyList: t('emptyList'),
          emptyGroup: t('emptyGroup'),
        },
        longest,
      ),
    [t, longest],
  )
}
