import type { NodeDetail } from '@strata/api-types'
import { useQuery } from '@tanstack/react-query'
import { Copy, Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { Menu, MenuItem } from '#web/components/menu.tsx'
import { nodeJobsQuery } from '../api/node-jobs.ts'
import { besideOf } from './beside-of.ts'
import { type Asked, ChangeDialog } from './change-dialog.tsx'
import { JobDialog } from './job-dialog.tsx'

/** What can be done with a node over all categories, and the way to what was done with it last. */
export function NodeActions({ detail }: { detail: NodeDetail }) {
  const t = useTranslations('node.actions')
  const { name: node } = detail
  const [asked, setAsked] = useState<Asked>()
  const [shown, setShown] = useState<string>()
  const { data: jobs = [] } = useQuery(nodeJobsQuery())
  const last = jobs.find(({ change }) => change.node === node || besideOf(change) === node)
  return (
    <>
      {last === undefined ? null : (
        <Button variant="quiet" onPress={() => setShown(last.id)}>
          {t('last')}
        </Button>
      )}
      <Button icon={<Copy />} onPress={() => setAsked({ kind: 'clone', node })}>
        {t('clone')}
      </Button>
      <Menu
        trigger={<IconButton icon={<Ellipsis />} label={t('more')} />}
        onAction={(key) => setAsked(key === 'rename' ? { kind: 'rename', node } : { kind: 'retire', node })}
      >
        <MenuItem id="rename">{t('rename')}</MenuItem>
        <MenuItem id="retire" tone="danger">
          {t('retire')}
        </MenuItem>
      </Menu>
      {asked === undefined ? null : <ChangeDialog detail={detail} asked={asked} onClose={() => setAsked(undefined)} />}
      {shown === undefined ? null : <JobDialog id={shown} onClose={() => setShown(undefined)} />}
    </>
  )
}
