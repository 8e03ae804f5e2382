import type { NodeChange } from '@strata/api-types'
import { parsePointer } from '@strata/json'
import { draftKey } from '#web/lib/draft/kept-drafts.ts'
import { useWaitingDrafts } from '#web/lib/draft/use-waiting-drafts.ts'
import { useSession } from '#web/lib/session.tsx'
import { keptDraft } from '../draft/category-rules.ts'
import { besideOf } from './beside-of.ts'

interface TouchingDraft {
  readonly category: string
  /** Of the nodes concerned the first that it changes. */
  readonly section: string
}

/** The categories with unsaved changes in this browser in a section of the nodes that a change concerns. */
export function useDraftsOf(change: NodeChange): TouchingDraft[] {
  const session = useSession()
  const waiting = useWaitingDrafts()
  const concerned = [change.node, besideOf(change)]
  return waiting.flatMap(({ document }) => {
    const draft = keptDraft(draftKey(session, document), Date.now())
    const changed = new Set([
      ...(draft?.operations ?? []).map(({ section }) => section),
      ...(draft?.secrets ?? []).map((pointer) => parsePointer(pointer)[0]),
    ])
    const section = concerned.find((name) => changed.has(name))
    return section === undefined ? [] : [{ category: document, section }]
  })
}
