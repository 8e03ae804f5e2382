import type { NodeJob, NodeJobAction } from '@strata/api-types'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { Note } from '#web/components/note.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useSession } from '#web/lib/session.tsx'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { actOnNodeJobMutation, isUnderWay, nodeJobQuery } from '../api/node-jobs.ts'
import review from '../review/review-panel.module.css'
import { besideOf } from './beside-of.ts'
import { JobProgress } from './job-progress.tsx'

interface JobDialogProps {
  id: string
  onClose: () => void
}

/** How far a job is, and what can be done about it. It goes on when this is closed. */
export function JobDialog({ id, onClose }: JobDialogProps) {
  const t = useTranslations('node.job')
  const { data: job, error, refetch } = useQuery(nodeJobQuery(id))
  const acting = useMutation(actOnNodeJobMutation(id))
  useReadAgain(job)
  const failed = acting.error
  return (
    <Dialog
      title={
        job === undefined ? t('title') : t(`of_${job.change.kind}`, { node: job.change.node, to: besideOf(job.change) })
      }
      size="lg"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          {job === undefined ? null : (
            <JobActions job={job} isPending={acting.isPending} onAct={(action) => acting.mutate({ action })} />
          )}
          <Button variant="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <div className={review.panel}>
        {failed === null ? null : <Note tone="bad">{t('actFailed', { message: failed.message })}</Note>}
        {job !== undefined ? (
          <JobProgress job={job} />
        ) : error === null ? (
          <Skeleton lines={6} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </div>
    </Dialog>
  )
}

/** Whatever it stored, nothing that was read of the categories can be relied on once it is over. */
function useReadAgain(job: NodeJob | undefined): void {
  const client = useQueryClient()
  const isOver = job !== undefined && !isUnderWay(job)
  const readAgain = useEffectEvent(() => {
    void client.invalidateQueries({ queryKey: ['system-configs'] })
    void client.invalidateQueries({ queryKey: topologyQuery().queryKey })
    void client.invalidateQueries({ queryKey: ['node-jobs'], exact: true })
  })
  useEffect(() => {
    if (isOver) readAgain()
  }, [isOver])
}

interface JobActionsProps {
  job: NodeJob
  isPending: boolean
  onAct: (action: NodeJobAction['action']) => void
}

function JobActions({ job, isPending, onAct }: JobActionsProps) {
  const t = useTranslations('node.job')
  const { read_only: readOnly } = useSession()
  if (readOnly !== null) return null
  if (isUnderWay(job)) {
    return (
      <Button isPending={isPending} onPress={() => onAct('stop')}>
        {t('stop')}
      </Button>
    )
  }
  const outcomes = new Set(job.steps.map(({ outcome }) => outcome))
  const isLeft = (['waiting', 'conflict', 'refused', 'failed'] as const).some((each) => outcomes.has(each))
  return (
    <>
      {outcomes.has('stored') ? (
        <Button isPending={isPending} onPress={() => onAct('take-back')}>
          {t('takeBack')}
        </Button>
      ) : null}
      {isLeft && !outcomes.has('taken-back') ? (
        <Button isPending={isPending} onPress={() => onAct('complete')}>
          {t('complete')}
        </Button>
      ) : null}
    </>
  )
}
