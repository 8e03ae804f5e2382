import { type RuleCondition, readMonthRange } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'

/** What the conditions of rules are called. */
export function useConditionWords() {
  const t = useTranslations('storage.conditions')
  const month = (text: string) => `${text.slice(0, 4)}-${text.slice(4)}`
  const months = (key: string) => {
    const range = readMonthRange(key)
    return range === undefined ? key : t('months', { from: month(range.from), to: month(range.to) })
  }
  return {
    /** `2024-01 to 2024-12`. */
    months,
    /** As a title of its own. */
    title: ({ by, key }: RuleCondition) =>
      by === 'range' ? t('titleMonths', { months: months(key) }) : t('titleName', { pattern: key }),
    /** Behind the documents that it is about, within a sentence. */
    suffix: ({ by, key }: RuleCondition) =>
      by === 'range' ? t('ofMonths', { months: months(key) }) : t('ofName', { pattern: key }),
  }
}
