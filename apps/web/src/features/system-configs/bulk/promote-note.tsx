import { type Promotion, promote, promotions } from '@strata/layered-config'
import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import { IconButton } from '#web/components/icon-button.tsx'
import { Note } from '#web/components/note.tsx'
import type { FormValidator } from '#web/components/schema-form/load-validator.ts'
import { useValueText } from '#web/components/value-text.ts'
import type { ShownSection } from '../components/shown-section.ts'
import { hideSecretsAt } from '../provenance/hide-secrets.ts'
import { useScope } from '../provenance/use-scope.ts'
import { keyText } from '../words/key-text.ts'
import styles from './promote-note.module.css'
import { withoutStoredSecrets } from './without-stored-secrets.ts'

interface PromoteNoteProps extends Pick<ShownSection, 'detail' | 'section' | 'state'> {
  form: FormValidator
}

/**
 * Where all known nodes of a zone set the same, it can be set once: says so, and does it as one step of the draft.
 * Of a zone, and of a node, only what concerns it.
 */
export function PromoteNote({ detail, section, state, form }: PromoteNoteProps) {
  const t = useTranslations('bulk.promote')
  const [isOpen, setOpen] = useState(false)
  const [isHidden, setHidden] = useState(false)
  const { nodes, readsMembers } = useScope(form, state.category, section)
  const { sections } = state.drafted
  const found = useMemo(
    () =>
      promotions({
        sections: withoutStoredSecrets(sections).values,
        nodes: nodes.map(({ name, zone }) => ({ name, zone: zone ?? undefined })),
        readsMembers,
      }).filter((one) => section === 'default' || section === one.zone || one.nodes.includes(section)),
    [sections, nodes, readsMembers, section],
  )
  if (found.length === 0 || isHidden) return null
  const shown = isOpen ? found : found.slice(0, 1)
  return (
    <Note
      action={
        <>
          {found.length === 1 ? null : (
            <Button size="sm" variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {isOpen ? t('fewer') : t('more', { count: found.length - 1 })}
            </Button>
          )}
          <IconButton size="sm" icon={<X />} label={t('hide')} onPress={() => setHidden(true)} />
        </>
      }
    >
      <ul className={styles.list} aria-label={t('label')}>
        {shown.map((promotion) => (
          <li key={`${promotion.zone} ${promotion.pointer}`}>
            <PromotionLine
              promotion={promotion}
              onPromote={() => state.dispatch({ type: 'apply', detail, operations: promote(promotion) })}
            />
          </li>
        ))}
      </ul>
    </Note>
  )
}

function PromotionLine({ promotion, onPromote }: { promotion: Promotion; onPromote: () => void }) {
  const t = useTranslations('bulk.promote')
  const valueText = useValueText()
  const { zone, pointer, value, nodes } = promotion
  const key = keyText(pointer)
  return (
    <>
      <span>{t('one', { count: nodes.length, zone, key, value: valueText(hideSecretsAt(pointer, value)) })}</span>
      <Button size="sm" aria-label={t('submitLabel', { key, zone })} onPress={onPromote}>
        {t('submit')}
      </Button>
    </>
  )
}
