import type { NodeChange } from '@strata/api-types'
import { Fragment, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { NewTabLink } from '#web/components/new-tab-link.tsx'
import { Note } from '#web/components/note.tsx'
import { toTopology } from '#web/features/topology/routes.ts'
import { useIsWaiting } from '#web/lib/draft/use-waiting-drafts.ts'
import { topologyPath } from '#web/lib/topology-query.ts'
import { toCategory } from '../routes.ts'
import { useDraftsOf } from './use-drafts-of.ts'

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
