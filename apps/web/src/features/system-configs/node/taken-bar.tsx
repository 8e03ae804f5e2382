import type { NodeChange, NodeDetail } from '@strata/api-types'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { SaveBar } from '#web/components/save-bar.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import type { Taken } from './use-taken.ts'

interface TakenBarProps {
  detail: NodeDetail
  other: NodeDetail
  taken: Taken
}

/** What is to be taken over, as one change that is reviewed. */
export function TakenBar({ detail, other, taken: { leaves, clear } }: TakenBarProps) {
  const t = useTranslations('node.take')
  // What is reviewed stays what it is, although nothing differs once it is stored.
  const [asked, setAsked] = useState<NodeChange>()
  const zone = detail.zone_is === 'supposed' && detail.zone !== null ? { zone: detail.zone } : {}
  return (
    <>
      {leaves.length === 0 ? null : (
        <SaveBar
          label={t('label')}
          summary={t.rich('summary', { count: leaves.length, b: (text) => <b key="count">{text}</b> })}
        >
          <Button onPress={clear}>{t('clear')}</Button>
          <Button
            variant="primary"
            onPress={() =>
              setAsked({ kind: 'take', node: detail.name, other: other.name, ...zone, leaves: [...leaves] })
            }
          >
            {t('review')}
          </Button>
        </SaveBar>
      )}
      {asked === undefined ? null : <ChangeDialog detail={detail} asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}
