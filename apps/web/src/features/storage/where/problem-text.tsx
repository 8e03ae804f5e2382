import type { RouteLayer, RouteProblem } from '@strata/api-types'
import { planClasses } from '@strata/storage-plan'
import { useTranslations } from 'use-intl'
import { useWhereWords } from './use-where-words.ts'

interface ProblemTextProps {
  problem: RouteProblem
  layers: readonly Pick<RouteLayer, 'layer' | 'name'>[]
}

/** What KAZOO would fail on, where, and what to do. */
export function ProblemText({ problem: { kind, id, layer, pointer }, layers }: ProblemTextProps) {
  const t = useTranslations('storageWhere.problems')
  const words = useWhereWords(layers)
  const key = pointer.slice(pointer.lastIndexOf('/') + 1)
  const planClass = planClasses.find((name) => name === id)
  const databases = planClass === undefined ? id : t(`databases.${planClass}`)
  // KAZOO 4.3 does not know these classes: it neither follows their rules nor fails on them.
  const nodes = t(planClass === 'aggregate' || planClass === 'yodb' ? 'nodes.later' : 'nodes.all')
  return <span>{t(kind, { id, key, nodes, databases, layer: words.inLayer(layer ?? 'built-in') })}</span>
}
