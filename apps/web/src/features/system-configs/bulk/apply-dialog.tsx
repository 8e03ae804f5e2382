import type { LeafOperation } from '@strata/api-types'
import type { Sections } from '@strata/layered-config'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { Dialog } from '#web/components/dialog.tsx'
import { useValueText } from '#web/components/value-text.ts'
import { hideSecretsAt } from '../provenance/hide-secrets.ts'
import { keyText } from '../words/key-text.ts'
import styles from './apply-dialog.module.css'
import { SectionPicker } from './section-picker.tsx'
import type { ZoneSections } from './sections-by-zone.ts'

interface ApplyDialogProps {
  section: string
  sections: Sections
  changes: readonly LeafOperation[]
  zones: readonly ZoneSections[]
  onClose: () => void
  onApply: (operations: readonly LeafOperation[]) => void
}

/** Makes the unsaved changes of one section to others, too. */
export function ApplyDialog({ section, sections, changes, zones, onClose, onApply }: ApplyDialogProps) {
  const t = useTranslations('bulk')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())

  function apply() {
    onApply([...chosen].sort().flatMap((name) => changes.map((change) => ({ ...change, section: name }))))
  }

  return (
    <Dialog
      title={t('apply.title', { section })}
      isOpen
      onOpenChange={onClose}
      footer={
        <Button variant="primary" isDisabled={chosen.size === 0} onPress={apply}>
          {t('apply.submit', { count: chosen.size })}
        </Button>
      }
    >
      <div className={styles.body}>
        <ChangeList changes={changes} />
        <SectionPicker except={section} sections={sections} zones={zones} chosen={chosen} onChange={setChosen} />
        <p className={styles.hint}>{t('unsavedAgain')}</p>
      </div>
    </Dialog>
  )
}

/** What is about to happen in each of the sections chosen. */
function ChangeList({ changes }: { changes: readonly LeafOperation[] }) {
  const t = useTranslations('bulk')
  const valueText = useValueText()
  return (
    <ul className={styles.changes} aria-label={t('apply.changes')}>
      {changes.map((change) => {
        const key = keyText(change.pointer)
        if (change.op === 'remove') return <li key={change.pointer}>{t('apply.remove', { key })}</li>
        return (
          <li key={change.pointer}>
            {t('apply.set', { key, value: valueText(hideSecretsAt(change.pointer, change.value)) })}
          </li>
        )
      })}
    </ul>
  )
}
