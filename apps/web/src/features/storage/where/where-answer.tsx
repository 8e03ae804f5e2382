import type { RouteProblem } from '@strata/api-types'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemText } from './problem-text.tsx'
import { isDecided, type RouteAnswer } from './route-answer.ts'
import { RouteParts } from './route-parts.tsx'
import { RouteSentence } from './route-sentence.tsx'
import { UndecidedRules } from './undecided-rules.tsx'
import { VersionNotes } from './version-notes.tsx'
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
