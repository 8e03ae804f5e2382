import type { JsonValue } from '@strata/json'
import { isBranch, type LayerName, type Reading, type Readings } from '@strata/layered-config'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useValueText } from '#web/components/value-text.ts'

export interface ReadingPhrases {
  /** A value in a few words; of an object, and of a list of more than texts, only how much it holds. */
  readonly value: (value: JsonValue) => string
  /** What a layer is called, a zone and a node by their names. */
  readonly layer: (layer: { readonly layer: LayerName; readonly section: string }) => string
  /** What is read, and from where. */
  readonly from: (reading: Reading) => string
  /** What is read, by zone where that matters and nobody knows the zone. */
  readonly all: (readings: Readings) => string
}

/** How it is said what nodes read. What is built in is never said as if it were known. */
export function useReadingPhrases(): ReadingPhrases {
  const t = useTranslations('ladder')
  const text = useValueText()
  return useMemo(() => {
    const value = (shown: JsonValue) => {
      if (isBranch(shown)) return t('reading.entries', { count: Object.keys(shown).length })
      return isListOfMore(shown) ? t('reading.items', { count: shown.length }) : text(shown)
    }
    const layer: ReadingPhrases['layer'] = (one) => t(`layer.${one.layer}`, { section: one.section })
    const alone = (reading: Reading) => {
      if (reading.layer !== 'built-in') return reading.value === undefined ? t('reading.absent') : value(reading.value)
      if (reading.value === undefined) return t('reading.builtIn')
      return t('reading.builtInSays', { value: value(reading.value) })
    }
    const from = (reading: Reading) => {
      if (reading.layer === 'built-in') return alone(reading)
      const said = { value: alone(reading), layer: layer(reading) }
      return reading.value === undefined ? t('reading.hidden', said) : t('reading.from', said)
    }
    const all: ReadingPhrases['all'] = ([base, ...others]) => {
      if (others.length === 0) return from(base)
      const each = others.map((one) => t('reading.ifIn', { value: alone(one), zone: one.zone ?? '' }))
      return t('reading.otherwise', { readings: each.join(', '), value: alone(base) })
    }
    return { value, layer, from, all }
  }, [t, text])
}

function isListOfMore(value: JsonValue): value is JsonValue[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object')
}
