import type { RouteEntry, RouteProblem, UndecidedRule } from '@strata/api-types'
import { CircleHelp, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { LayerChip } from '#web/components/chip.tsx'
import { useConditionWords } from '../conditions/use-condition-words.ts'
import { chipLayer } from '../plan/use-layer-words.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import { ProblemText } from './problem-text.tsx'
import { isDecided, type RouteAnswer } from './route-answer.ts'
import { RouteParts } from './route-parts.tsx'
import { RouteSentence } from './route-sentence.tsx'
import { useWhereWords } from './use-where-words.ts'
import styles from './where.module.css'

interface WhereAnswerProps {
  answer: RouteAnswer
  type: string | undefined
  /** Leads to what is wrong, where that is at hand. */
  showProblem?: (problem: RouteProblem) => ReactNode
}

/** Where documents go: in a sentence, part by part, and what KAZOO would fail on. */
export function WhereAnswer({ answer, type, showProblem }: WhereAnswerProps) {
  const t = useTranslations('storageWhere.answer')
  const isNameless = answer.back_end?.target.is_nameless === true
  return (
    <>
      {isDecided(answer) ? <RouteSentence answer={answer} type={type} /> : <UndecidedRules answer={answer} />}
      {answer.problems.length === 0 && !isNameless ? null : (
        <ul className={styles.problems} role="alert">
          {isNameless ? (
            <li>
              <TriangleAlert aria-hidden="true" />
              <span>{t('nameless')}</span>
            </li>
          ) : null}
          {answer.problems.map((problem) => (
            <li key={`${problem.kind} ${problem.pointer} ${problem.id}`}>
              <TriangleAlert aria-hidden="true" />
              <ProblemText problem={problem} layers={answer.layers} />
              {showProblem?.(problem)}
            </li>
          ))}
        </ul>
      )}
      {isDecided(answer) ? <RouteParts answer={answer} /> : null}
      <VersionNotes answer={answer} />
    </>
  )
}

/** The rules that KAZOO 5 decides between, none of them called the winner. */
function UndecidedRules({ answer }: { answer: RouteAnswer }) {
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

/** What one version of KAZOO does besides, or leaves undone. */
function VersionNotes({ answer: { copies, ignored } }: { answer: RouteAnswer }) {
  const t = useTranslations('storageWhere.version')
  const format = useFormatter()
  const words = useRouteWords()
  const names = [...new Set(copies.map(({ id, name }) => name ?? id))]
  return (
    <>
      {names.length === 0 ? null : <p className={styles.version}>{t('copies', { names: format.list(names) })}</p>}
      {ignored.map(({ pointer }) => (
        <p key={pointer} className={styles.version}>
          {pointer.endsWith('/database/names')
            ? t('ignoredNames')
            : t('ignoredClass', { planClass: words.classTitle(pointer.split('/')[2] ?? '') })}
        </p>
      ))}
    </>
  )
}
