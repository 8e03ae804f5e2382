import { getAt } from '@strata/json'
import type { PlanRule } from '@strata/storage-plan'
import { Check } from 'lucide-react'
import { useId } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { useStorageDocument } from '../document/document-context.ts'
import { referencePointer, withValueAt } from '../plan/plan-rules.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import styles from './entry-editor.module.css'

const offered: readonly PlanRule[] = [
  { planClass: 'modb', type: 'mailbox_message' },
  { planClass: 'modb', type: 'call_recording' },
  { planClass: 'modb', type: 'fax' },
  { planClass: 'account', type: 'media' },
]

/** The routes that most ask for, switched to a back-end where it is edited. */
export function SendHere({ id }: { id: string }) {
  const t = useTranslations('storage.backEnds')
  const words = useRouteWords()
  const { fields, change, isReadOnly } = useStorageDocument()
  const labelId = useId()
  const pointers = offered.map((rule) => referencePointer(rule, 'attachments'))

  function choose(chosen: ReadonlySet<string>) {
    change((before) =>
      pointers.reduce((next, pointer) => {
        const isChosen = chosen.has(pointer)
        if (isChosen === (getAt(before, pointer) === id)) return next
        return withValueAt(next, pointer, isChosen ? id : undefined)
      }, before),
    )
  }

  return (
    <div className={styles.send}>
      <span id={labelId} className={styles.label}>
        {t('sendHere')}
      </span>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        className={styles.toggles ?? ''}
        selectionMode="multiple"
        isDisabled={isReadOnly}
        selectedKeys={pointers.filter((pointer) => getAt(fields, pointer) === id)}
        onSelectionChange={(keys) => choose(new Set([...keys].map(String)))}
      >
        {offered.map((rule, index) => (
          <ToggleButton key={pointers[index]} id={pointers[index] ?? ''} className={styles.toggle ?? ''}>
            <Check aria-hidden="true" />
            {words.title(rule)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <p className={styles.help}>{t('sendHelp')}</p>
    </div>
  )
}
