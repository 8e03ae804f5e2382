import { getAt } from '@strata/json'
import { Check } from 'lucide-react'
import { useId } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { useStorageDocument } from '../document/document-context.ts'
import { type RulePlace, referencePointer, withValueAt } from '../plan/plan-rules.ts'
import { useRouteWords } from '../plan/use-route-words.ts'
import styles from './entry-editor.module.css'

const offered: readonly RulePlace[] = [
  { databaseClass: 'modb', type: 'mailbox_message' },
  { databaseClass: 'modb', type: 'call_recording' },
  { databaseClass: 'modb', type: 'fax' },
  { databaseClass: 'account', type: 'media' },
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
