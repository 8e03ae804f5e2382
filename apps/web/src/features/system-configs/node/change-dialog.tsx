import type { NodeChange, NodeDetail } from '@strata/api-types'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { ErrorState } from '#web/components/error-state.tsx'
import { ReadOnlyNote } from '#web/components/note.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { useSession } from '#web/lib/session.tsx'
import { beginNodeJobMutation, nodeReviewQuery } from '../api/node-jobs.ts'
import review from '../review/review-panel.module.css'
import { besideOf } from './beside-of.ts'
import { ChangeReview } from './change-review.tsx'
import { ChooseTarget } from './choose-target.tsx'
import { JobDialog } from './job-dialog.tsx'

/** What is about to happen to a node: it is chosen how, or known already. */
export type Asked = NodeChange | { readonly kind: 'clone' | 'rename'; readonly node: string; readonly to?: undefined }

interface ChangeDialogProps {
  detail: NodeDetail
  asked: Asked
  onClose: () => void
}

/** Changes a node over all categories: how, what that does, and how far it is. */
export function ChangeDialog({ detail, asked, onClose }: ChangeDialogProps) {
  const t = useTranslations('node.change')
  const form = useId()
  const [chosen, setChosen] = useState(isChosen(asked) ? asked : undefined)
  const [job, setJob] = useState<string>()
  if (job !== undefined) return <JobDialog id={job} onClose={onClose} />
  if (chosen !== undefined) return <ReviewDialog change={chosen} onBegun={setJob} onClose={onClose} />
  return (
    <Dialog
      title={t(`title.${asked.kind === 'rename' ? 'rename' : 'clone'}`, { node: detail.name })}
      isOpen
      onOpenChange={onClose}
      footer={
        <Button variant="primary" type="submit" form={form}>
          {t('review')}
        </Button>
      }
    >
      {asked.kind === 'clone' || asked.kind === 'rename' ? (
        <ChooseTarget kind={asked.kind} detail={detail} id={form} onChoose={setChosen} />
      ) : null}
    </Dialog>
  )
}

function isChosen(asked: Asked): asked is NodeChange {
  return !(asked.kind === 'clone' || asked.kind === 'rename') || asked.to !== undefined
}

interface ReviewDialogProps {
  change: NodeChange
  onBegun: (id: string) => void
  onClose: () => void
}

/** What the change would do; then it is a job. */
function ReviewDialog({ change, onBegun, onClose }: ReviewDialogProps) {
  const t = useTranslations('node.change')
  const { read_only: readOnly } = useSession()
  const client = useQueryClient()
  // One review, one job: sent twice it begins once.
  const [id] = useState(() => crypto.randomUUID().replaceAll('-', ''))
  const { data, error, refetch } = useQuery(nodeReviewQuery(change))
  const beginning = useMutation(beginNodeJobMutation(id))
  const failed = beginning.error ?? error
  const isNothing = data !== undefined && data.changes.length === 0 && data.topology.length === 0

  function begin() {
    if (data === undefined) return
    const reviewed = Object.fromEntries(
      data.changes.flatMap(({ category, revision }) => (revision === null ? [] : [[category, revision]])),
    )
    beginning.mutate(
      { change, reviewed },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: ['node-jobs'], exact: true })
          onBegun(id)
        },
      },
    )
  }

  return (
    <Dialog
      title={t(`reviewTitle.${change.kind}`, { node: change.node, to: besideOf(change) })}
      size="lg"
      isOpen
      isDismissable={!beginning.isPending}
      onOpenChange={onClose}
      footer={
        <>
          <Button isDisabled={beginning.isPending} onPress={onClose}>
            {t('cancel')}
          </Button>
          {readOnly === null ? (
            <Button
              variant={change.kind === 'retire' ? 'danger' : 'primary'}
              isDisabled={data === undefined || isNothing}
              isPending={beginning.isPending}
              onPress={begin}
            >
              {t(`submit.${change.kind}`)}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={review.panel}>
        {readOnly === null ? null : <ReadOnlyNote>{readOnly}</ReadOnlyNote>}
        {failed !== null ? (
          <ErrorState error={failed} onRetry={() => (beginning.error === null ? void refetch() : begin())} />
        ) : data === undefined ? (
          <Skeleton lines={10} />
        ) : (
          <ChangeReview change={change} result={data} />
        )}
      </div>
    </Dialog>
  )
}
