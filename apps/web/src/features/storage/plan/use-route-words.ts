import { useFormatter, useTranslations } from 'use-intl'
import { useConditionWords } from '../conditions/use-condition-words.ts'
import { databaseClasses, knownTypes, type RulePlace } from './plan-rules.ts'

/** What the rules of a plan are called. */
export function useRouteWords() {
  const t = useTranslations('storage.routes')
  const format = useFormatter()
  const conditions = useConditionWords()

  function classTitle(databaseClass: string): string {
    const known = databaseClasses.find((name) => name === databaseClass)
    return known === undefined ? databaseClass : t(`classes.${known}.title`)
  }

  function inUse({ condition, ...rule }: RulePlace): string {
    return plainInUse(rule) + (condition === undefined ? '' : ` ${conditions.suffix(condition)}`)
  }

  function plainInUse({ databaseClass, type }: RulePlace): string {
    if (type === undefined) return t('inUseClass', { databaseClass: classTitle(databaseClass).toLowerCase() })
    const known = knownTypes.find((name) => name === type)
    return known === undefined ? type : t(`inUse.${known}`)
  }

  return {
    classTitle,
    /** A row's title. */
    title({ type }: RulePlace): string {
      const known = knownTypes.find((name) => name === type)
      return known === undefined ? (type ?? t('everythingElse')) : t(`types.${known}`)
    },
    /** Rules as they stand in a sentence: "voicemail, call recordings and faxes". */
    list: (rules: readonly RulePlace[]) => format.list(new Set(rules.map(inUse))),
  }
}
