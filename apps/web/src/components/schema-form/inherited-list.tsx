import type { JsonValue } from '@strata/json'
import { PenLine, Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '#web/components/button.tsx'
import styles from './schema-form.module.css'

interface InheritedListProps {
  items: readonly JsonValue[] | undefined
  isReadOnly: boolean
  onTakeOver: (items: JsonValue[]) => void
  newItem: () => JsonValue
}

const SHOWN = 6

/** A list that is not set here: what is inherited, and the way to set one of its own. */
export function InheritedList({ items = [], isReadOnly, onTakeOver, newItem }: InheritedListProps) {
  const t = useTranslations('schemaForm.list')
  return (
    <div className={styles.inherited}>
      {items.length === 0 ? (
        <span className={styles.none}>{t('notSet')}</span>
      ) : (
        <span className={styles.inheritedItems}>
          {items.slice(0, SHOWN).map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shown only; the items never move by themselves.
            <code key={index}>{typeof item === 'string' ? item : JSON.stringify(item)}</code>
          ))}
          {items.length > SHOWN ? <span>{t('more', { count: items.length - SHOWN })}</span> : null}
        </span>
      )}
      {isReadOnly ? null : items.length === 0 ? (
        <Button size="sm" variant="quiet" icon={<Plus />} onPress={() => onTakeOver([newItem()])}>
          {t('add')}
        </Button>
      ) : (
        <Button size="sm" variant="quiet" icon={<PenLine />} onPress={() => onTakeOver([...items])}>
          {t('override')}
        </Button>
      )}
    </div>
  )
}
