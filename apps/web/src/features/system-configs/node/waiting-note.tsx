import type { NodeChange } from '@strata/api-types'
import { parsePointer } from '@strata/json'
import { Fragment, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { NewTabLink } from '#web/components/new-tab-link.tsx'
import { Note } from '#web/components/note.tsx'
import { toTopology } from '#web/features/topology/routes.ts'
import { draftKey } from '#web/lib/draft/kept-drafts.ts'
import { useIsWaiting, useWaitingDrafts } from '#web/lib/draft/use-waiting-drafts.ts'
import { useSession } from '#web/lib/session.tsx'
import { topologyPath } from '#web/lib/topology-query.ts'
import { keptDraft } from '../draft/category-rules.ts'
import { toCategory } from '../routes.ts'
import { besideOf } from './beside-of.ts'

interface WaitingNoteProps {
  change: NodeChange
  hasTopology: boolean
}

/** Which unsaved changes of this browser are about the same nodes: they are no part of the change, and what that means. */
export function WaitingNote({ change, hasTopology }: WaitingNoteProps) {
  const t = useTranslations('node.review.waiting')
  const categories = useDraftsOf(change)
  const isTopologyWaiting = useIsWaiting()(topologyPath) && hasTopology
  const links: ReactNode[] = categories.map(({ category, section }) => (
    <NewTabLink key={category} {...toCategory(category, { section })}>
      {category}
    </NewTabLink>
  ))
  if (isTopologyWaiting) {
    links.push(
      <NewTabLink key="topology" {...toTopology()}>
        {t('topology')}
      </NewTabLink>,
    )
  }
  if (links.length === 0) return null
  return (
    <Note tone="warning">
      {t('text')}{' '}
      {links.map((link, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: each has a key of its own inside.
        <Fragment key={index}>
          {index === 0 ? null : ', '}
          {link}
        </Fragment>
      ))}
      . {t(change.kind, { node: change.node })}
    </Note>
  )
}

interface TouchingDraft {
  readonly category: string
  /** Of the nodes concerned the first that it changes. */
  readonly section: string
}

/** The categories with unsaved changes in this browser in a section of the nodes that a change concerns. */
function useDraftsOf(change: NodeChange): TouchingDraft[] {
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
