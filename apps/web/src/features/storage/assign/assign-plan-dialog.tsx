import type { OfferedPlan, StoragePlanAssignment } from '@strata/api-types'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { Select } from '#web/components/select.tsx'
import styles from './assign.module.css'

interface AssignPlanDialogProps {
  assignment: StoragePlanAssignment
  hasDocument: boolean
  isPending: boolean
  onAssign: (planId: string | null) => void
  onClose: () => void
}

const none = 'none'

/** Chooses the plan that an account follows, or none, and says what comes of it. */
export function AssignPlanDialog({ assignment, hasDocument, isPending, onAssign, onClose }: AssignPlanDialogProps) {
  const t = useTranslations('storageWhere.assign')
  const components = useTranslations('components')
  const now = keyOf(assignment.plan_id)
  const [chosen, setChosen] = useState(now)
  const plan = assignment.offered.find(({ id }) => keyOf(id) === chosen)
  const options = [
    { value: none, label: t('none') },
    ...assignment.offered.map((offered) => ({
      value: keyOf(offered.id),
      label: titleOf(offered),
      description: t(`owner.${offered.owner}`),
    })),
  ]
  return (
    <Dialog
      title={t('title')}
      isOpen
      size="sm"
      onOpenChange={onClose}
      footer={
        <>
          <Button onPress={onClose}>{components('cancel')}</Button>
          <Button
            variant="primary"
            isPending={isPending}
            isDisabled={chosen === now || (plan === undefined && chosen !== none)}
            onPress={() => onAssign(plan?.id ?? null)}
          >
            {plan === undefined ? t('clear') : t('follow')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <Select label={t('plan')} options={options} value={chosen} onChange={setChosen} />
        <p>{plan === undefined ? t('clearText') : t('followText')}</p>
        {plan === undefined || hasDocument ? null : <p className={styles.warning}>{t('makesDocument')}</p>}
      </div>
    </Dialog>
  )
}

function titleOf({ id, name }: OfferedPlan): string {
  return name ?? id
}

function keyOf(planId: string | null): string {
  return planId === null ? none : `id:${planId}`
}
