import type { NodeGroup, RuntimeReading } from '@strata/api-types'
import type { JsonValue } from '@strata/json'
import { useTranslations } from 'use-intl'
import { isWholeSecret } from '#web/components/schema-form/secret-marker.ts'
import { useValueText } from '#web/components/value-text.ts'
import { keyText } from './key-text.ts'

const LONGEST = 400

/** A value as a review shows it: nearly whole, without secrets. */
export function useReviewedValue(): (value: JsonValue) => string {
  const t = useTranslations('systemConfigs.review')
  const text = useValueText(LONGEST)
  return (value) => (isWholeSecret(value) ? t('secret') : text(value))
}

/** What a node reads; what is built in is never said as if it were known. */
export function useReadingText(): (reading: RuntimeReading) => string {
  const t = useTranslations('systemConfigs.placeholder')
  const value = useReviewedValue()
  return (reading) => {
    if (reading.layer !== 'built-in') return value(reading.value)
    const { schema_default: says } = reading
    return says === undefined ? t('builtIn') : t('builtInSays', { value: value(says) })
  }
}

/** Where the nodes of a group are, as far as that is known. */
export function useWhere(): (group: NodeGroup) => string {
  const t = useTranslations('systemConfigs.review.where')
  return ({ zone, zone_is: is }) => {
    if (is === 'irrelevant') return t('irrelevant')
    if (zone === null) return t(is === 'supposed' ? 'ifNone' : 'none')
    return is === 'supposed' ? t('if', { zone }) : t('known', { zone })
  }
}

/** A key and its section in words. */
export function useFieldText(): (place: { section: string; pointer: string }) => string {
  const t = useTranslations('systemConfigs.review')
  return ({ section, pointer }) =>
    pointer === '' ? t('sectionField', { section }) : t('field', { key: keyText(pointer), section })
}
