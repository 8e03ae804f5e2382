import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { zoneProblem } from '../name-problems.ts'
import { ZoneField } from './zone-field.tsx'

interface AssignZoneProps {
  /** The nodes meant; none: the dialog is closed. */
  names: readonly string[]
  zones: readonly string[]
  onAssign: (names: readonly string[], zone: string | null) => void
  onClose: () => void
}

/** Asks for the zone of one or several nodes. */
export function AssignZone({ names, zones, onAssign, onClose }: AssignZoneProps) {
  const t = useTranslations('topology.assign')
  const form = useId()
  return (
    <Dialog
      title={t('title', { count: names.length, name: names[0] ?? '' })}
      size="sm"
      isOpen={names.length > 0}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      footer={
        <>
          <Button onPress={() => onAssign(names, null)}>{t('unknown')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <ZoneForm id={form} zones={zones} onSubmit={(zone) => onAssign(names, zone)} />
    </Dialog>
  )
}

interface ZoneFormProps {
  id: string
  zones: readonly string[]
  onSubmit: (zone: string) => void
}

function ZoneForm({ id, zones, onSubmit }: ZoneFormProps) {
  const t = useTranslations('topology.assign')
  const [text, setText] = useState('')
  const [isChecked, setChecked] = useState(false)
  const zone = text.trim()
  const problem = zoneProblem(zone)

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (problem === undefined) onSubmit(zone)
  }

  return (
    <form id={id} onSubmit={submit} noValidate>
      <ZoneField
        hint={t('hint')}
        zones={zones}
        value={text}
        problem={isChecked ? problem : undefined}
        onChange={setText}
      />
    </form>
  )
}
