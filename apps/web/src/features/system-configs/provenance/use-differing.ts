import { useMemo, useRef } from 'react'
import { differs, innermost, placesIn } from './differs.ts'
import { hasSameAnswer } from './has-same-answer.ts'
import type { ProvenanceQuestion } from './provenance-question.ts'

interface Remembered {
  readonly question: ProvenanceQuestion
  readonly differs: boolean
}

/** What the section shown sets that differs. Worked out anew only for keys that were changed. */
export function useDiffering({ scope, stored, drafted, draft }: Omit<ProvenanceQuestion, 'pointer'>): string[] {
  const known = useRef(new Map<string, Remembered>())
  return useMemo(() => {
    const found = placesIn({ scope, pointer: '', drafted }).map((pointer): [string, Remembered] => {
      const question = { scope, pointer, stored, drafted, draft }
      const before = known.current.get(pointer)
      const isKnown = before !== undefined && hasSameAnswer(before.question, question)
      return [pointer, { question, differs: isKnown ? before.differs : differs(question) }]
    })
    known.current = new Map(found)
    return innermost(found.filter(([, answer]) => answer.differs).map(([pointer]) => pointer))
  }, [scope, stored, drafted, draft])
}
