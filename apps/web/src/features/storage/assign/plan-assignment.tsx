import type { StoragePlanAssignment } from '@strata/api-types'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Layers, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { showToast } from '#web/components/toast.tsx'
import { useSession } from '#web/lib/session.tsx'
import { useFailureWords } from '#web/lib/use-failure-words.ts'
import { assignPlanMutation, planAssignmentQuery } from '../api/plan-assignment.ts'
import styles from './assign.module.css'
import { AssignPlanDialog } from './assign-plan-dialog.tsx'

interface PlanAssignmentProps {
  accountId: string
  /** A plan counts only beside a document of the account. */
  hasDocument: boolean
  /** The layers below the account's document are others now, and there may be a document where there was none. */
  onAssigned: () => void
}

/** Which plan an account follows, and for those who may: another. */
export function PlanAssignment({ accountId, hasDocument, onAssigned }: PlanAssignmentProps) {
  const t = useTranslations('storageWhere.assign')
  const words = useFailureWords()
  const { read_only: readOnly } = useSession()
  const [isOpen, setOpen] = useState(false)
  const { data: assignment } = useQuery(planAssignmentQuery(accountId))
  const mutation = useMutation(assignPlanMutation(accountId))
  // Whoever may not know of plans sees what is inherited from one, by its name.
  if (assignment === undefined) return null

  const { state, may_assign: mayAssign, plan_id: planId } = assignment
  const canAssign = mayAssign && readOnly === null
  if (state === 'none' && !mayAssign) return null

  function assign(id: string | null) {
    mutation.mutate(id, {
      onSuccess: (next) => {
        setOpen(false)
        showToast({
          title: next.plan_id === null ? t('cleared') : t('done', { name: nameOf(next) }),
          description: t('doneText'),
          tone: 'good',
        })
        onAssigned()
      },
      onError: (error) => {
        setOpen(false)
        showToast({ title: t('failed'), description: words(error), tone: 'bad' })
      },
    })
  }

  const followedId = assignment.followed_plan_id
  const followed = assignment.offered.find(({ id }) => id === followedId)?.name ?? followedId ?? t('noPlan')
  const isWrong = state === 'half-done' || state === 'unknown-plan'
  return (
    <section className={isWrong ? `${styles.strip} ${styles.wrong}` : styles.strip} aria-label={t('label')}>
      {isWrong ? <TriangleAlert aria-hidden="true" /> : <Layers aria-hidden="true" />}
      <p className={styles.text}>
        {planId === null && state === 'half-done'
          ? t('halfCleared', { followed })
          : t.rich(`state.${state}`, { name: nameOf(assignment), followed, b: (text) => <b key="b">{text}</b> })}
        {state === 'complete' && !hasDocument ? ` ${t('idle')}` : null}
      </p>
      {canAssign && state === 'half-done' ? (
        <Button size="sm" isPending={mutation.isPending} onPress={() => assign(planId)}>
          {t('finish')}
        </Button>
      ) : null}
      {canAssign ? (
        <Button size="sm" onPress={() => setOpen(true)}>
          {t(planId === null ? 'choose' : 'change')}
        </Button>
      ) : null}
      {isOpen ? (
        <AssignPlanDialog
          assignment={assignment}
          hasDocument={hasDocument}
          isPending={mutation.isPending}
          onAssign={assign}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  )
}

function nameOf({ plan_id: id, plan_name: name }: StoragePlanAssignment): string {
  return name ?? id ?? ''
}
