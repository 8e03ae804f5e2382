import type { JsonValue } from '@strata/json'
import { PenLine, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import styles from './schema-form.module.css'

interface InheritedListProps {
  items: readonly JsonValue[]
  /** Its items are shown here. */
  isShown: boolean
  isReadOnly: boolean
  onTakeOver: () => void
  onAdd: () => void
}

/** A list that is not set here: what is inherited, and the way to set one of its own. */
export function InheritedList({ items, isShown, isReadOnly, onTakeOver, onAdd }: InheritedListProps) {
  const t = useTranslations('schemaForm.list')
  return (
    <div className={styles.inherited}>
      {items.length === 0 ? (
        <span className={styles.none}>{t('notSet')}</span>
      ) : isShown ? (
        <span className={styles.inheritedItems}>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shown only; the items never move by themselves.
            <code key={index}>{typeof item === 'string' ? item : JSON.stringify(item)}</code>
          ))}
        </span>
      ) : null}
      {isReadOnly ? null : items.length === 0 ? (
        <Button size="sm" variant="quiet" icon={<Plus />} onPress={onAdd}>
          {t('add')}
        </Button>
      ) : (
        <Button size="sm" variant="quiet" icon={<PenLine />} onPress={onTakeOver}>
          {t('override')}
        </Button>
      )}
    </div>
  )
}
