import type { JsonValue } from '@strata/json'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { FocusAfterwards } from '#web/components/focus-afterwards.tsx'
import { Menu, MenuItem } from '#web/components/menu.tsx'
import { SaveBar } from '#web/components/save-bar.tsx'
import { topologyQuery } from '#web/lib/topology-query.ts'
import { type Bulk, bulkLimits, bulkOf } from '../bulk/bulk-of.ts'
import { BulkReview } from '../bulk/bulk-review.tsx'
import type { ChosenValue } from './chosen-values.ts'
import { LeftOutNote } from './left-out-note.tsx'
import { SetValuesDialog } from './set-values-dialog.tsx'
import { type LowerLayer, movingWork, removalWork, settingWork, type ValueItem, type ValueWork } from './value-work.ts'

interface ChoiceBarProps {
  chosen: readonly ChosenValue[]
  /** Of each category, as it was searched. */
  revisions: ReadonlyMap<string, string | null>
  onClear: () => void
}

interface Asked {
  readonly bulk: Bulk<ValueItem>
  readonly work: ValueWork
}

/** What is done to all chosen values at once; each of it is reviewed before, and taken back after. */
export function ChoiceBar({ chosen, revisions, onClear }: ChoiceBarProps) {
  const t = useTranslations('search.choice')
  const { data: topology } = useQuery(topologyQuery())
  const [isSetting, setSetting] = useState(false)
  // What is reviewed stays what it is while the values are read again.
  const [asked, setAsked] = useState<Asked>()
  const ask = (work: ValueWork) => setAsked({ work, bulk: bulkOf(work.items, revisions) })
  const zoneOf = (node: string) => topology?.nodes.find(({ name }) => name === node)?.zone ?? undefined

  function set(value: JsonValue) {
    setSetting(false)
    ask(settingWork(chosen, value))
  }

  return (
    <>
      {chosen.length === 0 ? null : (
        <SaveBar
          label={t('label')}
          summary={t.rich('summary', {
            count: chosen.length,
            categories: new Set(chosen.map(({ entry }) => entry.category)).size,
            b: (text) => <b key="count">{text}</b>,
          })}
        >
          <FocusAfterwards />
          <Button onPress={onClear}>{t('clear')}</Button>
          <MoveMenu onMove={(to) => ask(movingWork(chosen, to, zoneOf))} />
          <Button onPress={() => ask(removalWork(chosen))}>{t('remove')}</Button>
          <Button variant="primary" onPress={() => setSetting(true)}>
            {t('set')}
          </Button>
        </SaveBar>
      )}
      {isSetting ? <SetValuesDialog chosen={chosen} onSet={set} onClose={() => setSetting(false)} /> : null}
      <BulkReview
        write={asked?.bulk.write}
        title={t('review')}
        madeOf={t('values', { count: asked?.bulk.included.reduce((sum, { values }) => sum + values, 0) ?? 0 })}
        readAgain={t('readAgain')}
        note={
          asked === undefined ? null : (
            <>
              <LeftOutNote leftOut={asked.work.leftOut} />
              {asked.bulk.leftOut === 0 ? null : <p>{t('tooMany', { count: asked.bulk.leftOut, ...bulkLimits })}</p>}
            </>
          )
        }
        onClose={() => setAsked(undefined)}
      />
    </>
  )
}

function MoveMenu({ onMove }: { onMove: (to: LowerLayer) => void }) {
  const t = useTranslations('search.choice.move')
  return (
    <Menu aria-label={t('label')} placement="top end" trigger={<Button>{t('open')}</Button>}>
      {(['zone', 'default'] as const).map((to) => (
        <MenuItem key={to} description={t(`${to}Text`)} onAction={() => onMove(to)}>
          {t(to)}
        </MenuItem>
      ))}
    </Menu>
  )
}
