import type { NodeChange, NodeDetail } from '@strata/api-types'
import { isSectionName, nameFault, sectionKind } from '@strata/layered-config'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ComboBox } from '#web/components/combo-box.tsx'
import { Select } from '#web/components/select.tsx'
import { useKnownZones } from '../api/use-known-zones.ts'
import styles from '../bulk/apply-dialog.module.css'

type Copy = Extract<NodeChange, { kind: 'clone' | 'rename' }>

interface ChooseTargetProps {
  kind: Copy['kind']
  detail: NodeDetail
  /** Of the form, for the button that submits it. */
  id: string
  onChoose: (change: NodeChange) => void
}

const NONE: readonly string[] = []
/** No zone is called so. */
const AS_IT_IS = '_'

/** Which node gets what this one sets, what becomes of what it sets already, and where it will be. */
export function ChooseTarget({ kind, detail, id, onChoose }: ChooseTargetProps) {
  const t = useTranslations('node.change')
  const zones = useKnownZones(NONE)
  const [to, setTo] = useState('')
  const [existing, setExisting] = useState<Copy['existing']>('merge')
  const [zone, setZone] = useState(AS_IT_IS)
  const [isTried, setTried] = useState(false)
  const known = zones.flatMap(({ nodes }) => nodes).filter((name) => name !== detail.name)
  const place = zones.find(({ nodes }) => nodes.includes(to))?.zone
  const problem = problemOf(to, detail.name)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (problem !== undefined) return
    onChoose({ kind, node: detail.name, to, existing, ...(zone === AS_IT_IS ? {} : { zone }) })
  }

  return (
    <form id={id} onSubmit={submit} className={styles.body}>
      <ComboBox
        label={t('to')}
        isCode
        autoFocus
        options={known.map((name) => ({ value: name, label: name }))}
        value={to}
        onChange={(text) => setTo(text.trim())}
        description={problem === undefined ? t(known.includes(to) ? 'isKnown' : 'isNew') : t('hint')}
        errorMessage={problem !== undefined && (isTried || problem !== 'missing') ? t(`problem.${problem}`) : undefined}
      />
      <Select
        label={t('existing.label')}
        options={(['merge', 'replace', 'skip'] as const).map((value) => ({
          value,
          label: t(`existing.${value}`),
          description: t(`existing.${value}Text`),
        }))}
        value={existing}
        onChange={setExisting}
      />
      <Select
        label={t('zone.label')}
        options={[
          { value: AS_IT_IS, label: keptZone() },
          ...detail.zones.filter((name) => name !== place).map((name) => ({ value: name, label: name })),
        ]}
        value={zone}
        onChange={setZone}
      />
    </form>
  )

  function keptZone(): string {
    const moved = kind === 'rename' ? (detail.assigned_zone ?? undefined) : undefined
    const kept = place ?? moved
    return kept === undefined ? t('zone.none') : t('zone.kept', { zone: kept })
  }
}

function problemOf(to: string, node: string) {
  if (to === '') return 'missing'
  if (to === node) return 'itself'
  if (!isSectionName(to) || sectionKind(to) !== 'node') return 'noNode'
  return nameFault(to)
}
