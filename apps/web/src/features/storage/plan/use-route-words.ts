import { type PlanRule, planClasses } from '@strata/storage-plan'
import { useFormatter, useTranslations } from 'use-intl'
import { useConditionWords } from '../conditions/use-condition-words.ts'
import { knownTypes } from './plan-rules.ts'

/** What the rules of a plan are called. */
export function useRouteWords() {
  const t = useTranslations('storage.routes')
  const format = useFormatter()
  const conditions = useConditionWords()

  function classTitle(planClass: string): string {
    const known = planClasses.find((name) => name === planClass)
    return known === undefined ? planClass : t(`classes.${known}.title`)
  }

  function inUse({ condition, ...rule }: PlanRule): string {
    return plainInUse(rule) + (condition === undefined ? '' : ` ${conditions.suffix(condition)}`)
  }

  function plainInUse({ planClass, type }: PlanRule): string {
    if (type === undefined) return t('inUseClass', { planClass: classTitle(planClass).toLowerCase() })
    const known = knownTypes.find((name) => name === type)
    return known === undefined ? type : t(`inUse.${known}`)
  }

  return {
    classTitle,
    /** A row's title. */
    title({ type }: PlanRule): string {
      const known = knownTypes.find((name) => name === type)
      return known === undefined ? (type ?? t('everythingElse')) : t(`types.${known}`)
    },
    /** Rules as they stand in a sentence: "voicemail, call recordings and faxes". */
    list: (rules: readonly PlanRule[]) => format.list(new Set(rules.map(inUse))),
  }
}
