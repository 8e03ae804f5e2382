import type { RouteEntry, UndecidedRule } from '@strata/api-types'
import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { useConditionWords } from '../conditions/use-condition-words.ts'
import { chipLayer } from '../map/chip-layer.ts'
import type { RouteAnswer } from './route-answer.ts'
import { useWhereWords } from './use-where-words.ts'
import styles from './where.module.css'

/** The rules that KAZOO 5 decides between, none of them called the winner. */
export function UndecidedRules({ answer }: { answer: RouteAnswer }) {
  const t = useTranslations('storageWhere.undecided')
  return (
    <div className={styles.sentence}>
      <p>{t('title')}</p>
      <ul className={styles.undecided}>
        {answer.undecided.map((rule) => (
          <li key={rule.condition === null ? '' : `${rule.condition.by} ${rule.condition.key}`}>
            <CircleHelp aria-hidden="true" />
            <RuleText rule={rule} layers={answer.layers} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function RuleText({ rule, layers }: { rule: UndecidedRule; layers: RouteAnswer['layers'] }) {
  const t = useTranslations('storageWhere.undecided')
  const words = useWhereWords(layers)
  const conditions = useConditionWords()
  const { condition, connection, back_end: backEnd } = rule
  const by = backEnd?.by ?? connection?.by
  const tags = { b: (text: ReactNode) => <b key="b">{text}</b> }
  const isPlain = condition === null
  return (
    <span>
      {isPlain ? t('otherwise') : conditions.title(condition)}
      {isPlain || rule.is_certain ? null : ` (${t('maybe')})`}
      {': '}
      {backEnd === null ? (isPlain ? t('filesStay') : null) : t.rich('files', { name: nameOf(backEnd), ...tags })}
      {backEnd === null && !isPlain ? null : ' '}
      {connection === null
        ? null
        : isLocal(connection)
          ? t('documentsLocal')
          : t.rich('documents', { name: nameOf(connection), ...tags })}
      {backEnd === null && connection === null ? t('nothing') : null}{' '}
      <LayerChip layer={chipLayer(by?.layer)}>{words.chip(by?.layer ?? 'built-in')}</LayerChip>
    </span>
  )
}

function isLocal({ id }: RouteEntry): boolean {
  return id === 'local'
}

function nameOf({ id, name }: RouteEntry): string {
  return name ?? id
}
