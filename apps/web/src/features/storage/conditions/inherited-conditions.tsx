import { useFormatter, useTranslations } from 'use-intl'
import { useLayerWords } from '../plan/use-layer-words.ts'
import styles from './conditions.module.css'
import type { Conditions } from './use-conditions.ts'

interface InheritedConditionsProps {
  conditions: Conditions['inherited']
  title: (key: string) => string
}

/** The rules that hold besides, because layers below say them. */
export function InheritedConditions({ conditions, title }: InheritedConditionsProps) {
  const t = useTranslations('storage.conditions')
  const format = useFormatter()
  const words = useLayerWords()
  if (conditions.length === 0) return null
  const named = conditions.map(({ key, layer }) => t('inheritedRule', { rule: title(key), layer: words.from(layer) }))
  return <p className={styles.inherited}>{t('inherited', { rules: format.list(named) })}</p>
}
